/** The browser of the test: its cookies, and the account that the session in them belongs to. */
export const browser = { id: '', email: 'somebody@example.com', jar: new Map<string, string>() };
