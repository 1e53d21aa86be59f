import { z } from 'zod';
import { servedBySchema } from '../services/served-by.schema.js';

/** Lower-case hex sha256. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * An entry of the local transparency log. `entryHash` = sha256 of the canonical JSON of all other fields but
 * `signature`; each entry carries the hash of the one before, and the instance's Ed25519 key signs the hash.
 */
export const logEntrySchema = z.object({
  index: z.number().int().min(0),
  /** What is proved to have existed: the digest of a project's manifest. */
  digest: digestSchema,
  /** ISO 8601, UTC, from the clock of this instance. */
  recordedAt: z.string(),
  /** 64 zeros for the first entry. */
  previousHash: digestSchema,
  entryHash: digestSchema,
  /** Base64 Ed25519 signature over the 32 bytes of `entryHash`. */
  signature: z.string(),
  /** Hex sha256 of the key's SPKI bytes. */
  keyId: digestSchema,
});
export type LogEntry = z.output<typeof logEntrySchema>;

export const proofSchema = z.object({
  /** `local-log`: on this instance only, not on a chain. */
  kind: z.enum(['local-log']),
  /** Shown wherever the proof is. */
  label: z.string(),
  entry: logEntrySchema,
  /** PEM of the key that signed. */
  publicKey: z.string(),
  servedBy: servedBySchema,
});
export type Proof = z.output<typeof proofSchema>;

export const proofVerificationSchema = z.object({
  outcome: z.enum(['verified', 'invalid', 'unknown']),
  /** What the check means, and what it does not. */
  statement: z.string(),
  checks: z.array(z.object({ name: z.string(), passed: z.boolean(), detail: z.string() })),
  proof: proofSchema.nullable(),
});
export type ProofVerification = z.output<typeof proofVerificationSchema>;
