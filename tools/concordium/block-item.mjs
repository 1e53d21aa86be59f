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

/** Signatures by credential and key, as the service delivers them. */
const plainSignatures = (signature) =>
  Object.fromEntries(
    entriesOf(signature.signatures).map(([credential, { signatures: keys }]) => [
      credential,
      Object.fromEntries(entriesOf(keys).map(([key, { value }]) => [key, Buffer.from(value)])),
    ]),
  );

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
  const signatures = plainSignatures(signature);
  const head = headerBytes(fields, bytes);
  const item = Buffer.concat([Buffer.of(0), signatureBytes(signatures), head, bytes]);
  return {
    ...fields,
    payload: bytes,
    signatures,
    sponsor: null,
    sponsorSignatures: {},
    headerSize: head.length,
    digest: sha256(head, bytes),
    hash: sha256(item).toString('hex'),
    registered: registeredData(bytes),
  };
}

/** Thirty-one zeros and a one stand before what version 1 signs, so that no signature of it fits version 0. */
const v1Prefix = Buffer.concat([Buffer.alloc(31), Buffer.of(1)]);
const V1_KIND = 3;
const SPONSOR_BIT = 1;

/**
 * The bytes of a block item of version 1 (protocol 10), whose header may name a sponsor that pays. Null for anything
 * else, also for one byte too many.
 */
export function readRawBlockItem(item) {
  const bytes = Buffer.from(item);
  let at = 0;
  const take = (length) => {
    if (at + length > bytes.length) throw new RangeError('cut short');
    return bytes.subarray(at, (at += length));
  };
  const takeSignatures = () => {
    const credentials = {};
    for (let left = take(1)[0]; left > 0; left -= 1) {
      const keys = (credentials[take(1)[0]] = {});
      for (let more = take(1)[0]; more > 0; more -= 1)
        keys[take(1)[0]] = take(take(2).readUInt16BE());
    }
    return credentials;
  };
  try {
    if (take(1)[0] !== V1_KIND) return null;
    const [signatures, sponsorSignatures] = [takeSignatures(), takeSignatures()];
    const headAt = at;
    const bitmap = take(2).readUInt16BE();
    if ((bitmap & ~SPONSOR_BIT) !== 0) return null;
    const fields = {
      sender: take(32),
      nonce: take(8).readBigUInt64BE(),
      energy: take(8).readBigUInt64BE(),
    };
    const payloadSize = take(4).readUInt32BE();
    const expiry = take(8).readBigUInt64BE();
    const sponsor = bitmap === SPONSOR_BIT ? take(32) : null;
    const head = bytes.subarray(headAt, at);
    const payload = take(payloadSize);
    if (at !== bytes.length) return null;
    return {
      ...fields,
      ...{ expiry, sponsor, signatures, sponsorSignatures, payload },
      headerSize: head.length,
      digest: sha256(v1Prefix, head, payload),
      hash: sha256(bytes).toString('hex'),
      registered: registeredData(payload),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
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
export function isAuthorised(digest, signatures, account) {
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
