/**
 * The browser of the test: its cookies, the account that the session in them belongs to, and the files whose bytes were
 * deleted last.
 */
export const browser = {
  id: '',
  email: 'somebody@example.com',
  jar: new Map<string, string>(),
  deletedFiles: [] as readonly string[],
};
