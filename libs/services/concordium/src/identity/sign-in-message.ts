/** What a person signs to show that an account is theirs; in the manner of EIP-4361, for Concordium. */
export interface SignInMessage {
  /** Host, and port where there is one, of the page that asks. */
  domain: string;
  /** Base58, as the wallet names the account. */
  account: string;
  /** Names the chain; hex. */
  genesisHash: string;
  /** Used once. */
  nonce: string;
  issuedAt: Date;
  expiresAt: Date;
}

const isoTime = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z`;
const pattern = new RegExp(
  [
    String.raw`^([A-Za-z0-9.:[\]-]{1,255}) asks you to show that this Concordium account is yours:`,
    '([1-9A-HJ-NP-Za-km-z]{40,60})',
    '',
    'Signing costs nothing and sends no transaction\\.',
    '',
    'Version: 1',
    'Chain: ([0-9a-f]{64})',
    'Nonce: ([A-Za-z0-9_-]{16,64})',
    `Issued at: (${isoTime})`,
    `Expires at: (${isoTime})$`,
  ].join('\n'),
  'u',
);

/** The text that the wallet shows and signs. */
export const writeSignInMessage = (message: SignInMessage): string =>
  [
    `${message.domain} asks you to show that this Concordium account is yours:`,
    message.account,
    '',
    'Signing costs nothing and sends no transaction.',
    '',
    'Version: 1',
    `Chain: ${message.genesisHash}`,
    `Nonce: ${message.nonce}`,
    `Issued at: ${message.issuedAt.toISOString()}`,
    `Expires at: ${message.expiresAt.toISOString()}`,
  ].join('\n');

/** What a text says, if it is such a message to the last character; null for any other. Never throws. */
export function readSignInMessage(text: string): SignInMessage | null {
  const [, domain, account, genesisHash, nonce, issued, expires] = pattern.exec(text) ?? [];
  if (!domain || !account || !genesisHash || !nonce || !issued || !expires) return null;
  const [issuedAt, expiresAt] = [new Date(issued), new Date(expires)];
  if (Number.isNaN(+issuedAt) || Number.isNaN(+expiresAt)) return null;
  return { domain, account, genesisHash, nonce, issuedAt, expiresAt };
}
