// An account with fresh keys, and the file that Concordium's browser wallet would export for it.
import { AccountAddress } from '@concordium/web-sdk';
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

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

/** What every PKCS8 of an Ed25519 key begins with; the 32 bytes of the seed follow. */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs a text as a wallet does: Ed25519 over the sha256 of address, eight zero bytes and text. */
export function signMessage(account, text, keys = [0]) {
  const digest = createHash('sha256')
    .update(account.onChain.address)
    .update(Buffer.alloc(8))
    .update(text)
    .digest();
  const signatures = keys.map((key) => {
    const der = Buffer.concat([pkcs8Prefix, Buffer.from(account.pairs[key].signKey, 'hex')]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return [key, sign(null, digest, privateKey).toString('hex')];
  });
  return { 0: Object.fromEntries(signatures) };
}
