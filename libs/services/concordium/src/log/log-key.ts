import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { AppError } from '@hatchr/contracts';

/** A public key that may have signed a log entry. */
export interface LogPublicKey {
  key: KeyObject;
  /** SPKI PEM. */
  pem: string;
  /** Hex sha256 of the SPKI bytes. */
  keyId: string;
}

/** The key of this instance, with which it signs. */
export interface LogKey {
  privateKey: KeyObject;
  public: LogPublicKey;
}

/** A new Ed25519 private key as PKCS8 PEM. Keep it secret and keep it: a log is continued with its own key only. */
export function generateLogKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;
}

const refusedKey = (what: string, cause?: unknown): AppError =>
  new AppError('input.invalid', { message: `${what} Give another key and try again.`, cause });

/**
 * Reads the key of this instance.
 *
 * @throws AppError `input.invalid` unless it is one unencrypted Ed25519 private key in PEM; the message never
 *   repeats any of it.
 */
export function readLogKey(privateKeyPem: string): LogKey {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey(privateKeyPem);
  } catch (cause) {
    throw refusedKey('The log key is not an unencrypted private key in PKCS8 PEM.', cause);
  }
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw refusedKey(`The log key is of type ${typeName(privateKey)} and must be Ed25519.`);
  return { privateKey, public: publicPart(createPublicKey(privateKey)) };
}

/**
 * Reads the public key that a proof carries.
 *
 * @throws AppError `input.invalid` unless it is an Ed25519 public key in SPKI PEM
 */
export function readLogPublicKey(publicKeyPem: string): LogPublicKey {
  // createPublicKey would take a private key as well, and a proof must never carry one.
  if (!publicKeyPem.includes('-----BEGIN PUBLIC KEY-----'))
    throw refusedKey('The public key of the log is not in SPKI PEM.');
  let key: KeyObject;
  try {
    key = createPublicKey(publicKeyPem);
  } catch (cause) {
    throw refusedKey('The public key of the log cannot be read.', cause);
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw refusedKey(`The public key of the log is of type ${typeName(key)} and must be Ed25519.`);
  return publicPart(key);
}

const typeName = (key: KeyObject): string => key.asymmetricKeyType ?? 'unknown';

function publicPart(key: KeyObject): LogPublicKey {
  const spki = key.export({ type: 'spki', format: 'der' });
  return {
    key,
    pem: key.export({ type: 'spki', format: 'pem' }) as string,
    keyId: createHash('sha256').update(spki).digest('hex'),
  };
}
