/**
 * SQL of the salt for a new password. Hashing is slow on purpose, so that guessing is; tests hash dozens of passwords
 * that nobody guesses, at the least that bcrypt allows.
 */
export const newSalt = () =>
  `extensions.gen_salt('bf', ${process.env.NODE_ENV === 'test' ? 4 : 10})`;
