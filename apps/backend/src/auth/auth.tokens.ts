/** DI token of the better-auth instance. */
export const AUTH = Symbol('auth');
