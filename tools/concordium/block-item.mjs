// The bytes of transactions as a node reads them, written from the protocol and not from the SDK that it checks.
import { createHash, createPublicKey, verify } from 'node:crypto';

export const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const uint = (value, bytes) => {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 8) buffer.writeBigUInt64BE(BigInt(value));
  else buffer.writeUIntBE(Number(value), 0, bytes);
  return buffer;
};

const entriesOf = (map) =>
  Object.entries(map)
    .map(([index, value]) => [Number(index), value])
    .sort(([a], [b]) => a - b);

/** 60 bytes: sender, nonce, energy, size of the payload, expiry in seconds. */
const headerBytes = ({ sender, nonce, energy, expiry }, payload) =>
  Buffer.concat([
    sender,
    uint(nonce, 8),
    uint(energy, 8),
    uint(payload.length, 4),
    uint(expiry, 8),
  ]);

function signatureBytes(signatures) {
  const credentials = entriesOf(signatures);
  const parts = [uint(credentials.length, 1)];
  for (const [credential, keys] of credentials) {
    const list = entriesOf(keys);
    parts.push(uint(credential, 1), uint(list.length, 1));
    for (const [key, signature] of list)
      parts.push(uint(key, 1), uint(signature.length, 2), signature);
  }
  return Buffer.concat(parts);
}

/** An account transaction of version 0 as the service delivers it, with its digest, its hash and its size. */
export function readAccountTransaction({ header, payload, signature }) {
  if (payload?.payload.oneofKind !== 'rawPayload' || !header || !signature) return null;
  const bytes = Buffer.from(payload.payload.rawPayload);
  const fields = {
    sender: Buffer.from(header.sender?.value ?? []),
    nonce: header.sequenceNumber?.value ?? 0n,
    energy: header.energyAmount?.value ?? 0n,
    expiry: header.expiry?.value ?? 0n,
  };
  if (fields.sender.length !== 32) return null;
  const signatures = Object.fromEntries(
    entriesOf(signature.signatures).map(([credential, { signatures: keys }]) => [
      credential,
      Object.fromEntries(entriesOf(keys).map(([key, { value }]) => [key, Buffer.from(value)])),
    ]),
  );
  const head = headerBytes(fields, bytes);
  const item = Buffer.concat([Buffer.of(0), signatureBytes(signatures), head, bytes]);
  return {
    ...fields,
    payload: bytes,
    signatures,
    digest: sha256(head, bytes),
    hash: sha256(item).toString('hex'),
    size: item.length,
    registered: registeredData(bytes),
  };
}

/** The data of a RegisterData payload (kind 21, length, data); null for any other payload. */
function registeredData(payload) {
  if (payload[0] !== 21 || payload.length < 3) return null;
  const length = payload.readUInt16BE(1);
  return length <= 256 && payload.length === 3 + length ? payload.subarray(3) : null;
}

// What every SPKI of an Ed25519 key begins with; the 32 bytes of the key follow.
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

export function isSigned(digest, signature, verifyKey) {
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, Buffer.from(verifyKey, 'hex')]),
    format: 'der',
    type: 'spki',
  });
  return verify(null, digest, key, signature);
}

/** Whether enough of the account's keys signed, and every signature there is holds. */
export function isAuthorised({ digest, signatures }, account) {
  const credentials = Object.entries(signatures);
  if (credentials.length < account.threshold) return false;
  return credentials.every(([index, keys]) => {
    const credential = account.credentials[index];
    const list = Object.entries(keys);
    if (!credential || list.length < credential.threshold) return false;
    return list.every(([key, signature]) => {
      const verifyKey = credential.keys[key];
      return verifyKey !== undefined && isSigned(digest, signature, verifyKey);
    });
  });
}
