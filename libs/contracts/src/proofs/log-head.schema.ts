import { z } from 'zod';
import { digestSchema, logEntrySchema, merklePathSchema } from './proof.schema.js';

/**
 * A state of the log that its key has signed. Whoever keeps one can hold the instance to it: every later head must be
 * consistent with it.
 */
export const signedLogHeadSchema = z.object({
  size: z.number().int().min(0),
  /** Root of the Merkle tree (RFC 6962) over the entry hashes. */
  rootHash: digestSchema,
  /** Hash of the last entry; 64 zeros for an empty log. */
  lastEntryHash: digestSchema,
  signedAt: z.string(),
  keyId: digestSchema,
  /** Base64 Ed25519 signature over the sha256 of the canonical JSON of all other fields. */
  signature: z.string(),
});
export type SignedLogHead = z.output<typeof signedLogHeadSchema>;

/** That an entry is in the log of a head: the leaf is the hash of the entry. */
export const logInclusionSchema = z.object({
  entry: logEntrySchema,
  merkle: merklePathSchema,
  head: signedLogHeadSchema,
});
export type LogInclusion = z.output<typeof logInclusionSchema>;

/** That the log of the later head begins with the log of the earlier one (RFC 6962, section 2.1.2). */
export const logConsistencySchema = z.object({
  from: z.number().int().min(1),
  fromRoot: digestSchema,
  to: z.number().int().min(1),
  toRoot: digestSchema,
  path: z.array(digestSchema),
});
export type LogConsistency = z.output<typeof logConsistencySchema>;
