// An account with fresh keys, and the file that Concordium's browser wallet would export for it.
import { AccountAddress } from '@concordium/web-sdk';
import { generateKeyPairSync, randomBytes } from 'node:crypto';

function newKeyPair() {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { d, x } = privateKey.export({ format: 'jwk' });
  const hex = (text) => Buffer.from(text, 'base64url').toString('hex');
  return { signKey: hex(d), verifyKey: hex(x) };
}

/** `keys` of one credential, of which `threshold` have to sign. */
export function createTestAccount({ keys = 1, threshold = 1, environment = 'testnet' } = {}) {
  const address = randomBytes(32);
  const credId = randomBytes(48).toString('hex');
  const pairs = Object.fromEntries(
    Array.from({ length: keys }, (_, index) => [index, newKeyPair()]),
  );
  const verifyKeys = Object.fromEntries(
    Object.entries(pairs).map(([index, { verifyKey }]) => [index, verifyKey]),
  );
  const text = AccountAddress.fromBuffer(address).address;
  return {
    address: text,
    pairs,
    /** What the chain knows of it. */
    onChain: { address, threshold: 1, credentials: { 0: { threshold, keys: verifyKeys, credId } } },
    exported: {
      type: 'concordium-browser-wallet-account',
      v: 0,
      environment,
      value: {
        accountKeys: { threshold: 1, keys: { 0: { threshold, keys: pairs } } },
        credentials: { 0: credId },
        address: text,
      },
    },
  };
}
