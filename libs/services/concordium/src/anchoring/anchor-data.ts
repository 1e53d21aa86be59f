import { loadSdk } from '../chain/load-sdk.js';

/** What the transactions of Hatchr call themselves, as Concordium's own anchors do: type, version, hash. */
const anchorType = 'HATCHR';
const anchorVersion = 1;

/** The bytes that a transaction registers: CBOR of type, version and the 32 bytes of the root; 61 of 256 allowed. */
export async function encodeAnchor(root: string): Promise<Uint8Array> {
  const { cborEncode } = await loadSdk();
  const hash = Uint8Array.from(Buffer.from(root, 'hex'));
  return cborEncode({ type: anchorType, version: anchorVersion, hash });
}

/** The root that registered bytes (hex) commit to; null when they are no anchor of Hatchr. Never throws. */
export async function decodeAnchor(data: string): Promise<string | null> {
  const { cborDecode } = await loadSdk();
  try {
    const value = cborDecode(Buffer.from(data, 'hex')) as Record<string, unknown> | null;
    const { type, version, hash } = value ?? {};
    const isOurs = type === anchorType && version === anchorVersion;
    if (!isOurs || !(hash instanceof Uint8Array) || hash.length !== 32) return null;
    return Buffer.from(hash).toString('hex');
  } catch {
    return null;
  }
}
