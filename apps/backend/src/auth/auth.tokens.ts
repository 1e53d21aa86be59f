/** DI token of the better-auth instance. */
export const AUTH = Symbol('auth');

/** Host, and port where there is one, that people type: what a message has to name to be for this site. */
export const ACCOUNT_DOMAIN = Symbol('accountDomain');
