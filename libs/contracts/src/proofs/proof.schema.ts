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

/** An amount in microCCD, written out, as it may be longer than a number of JSON can hold. */
export const microCcdSchema = z.string().regex(/^\d{1,20}$/);

/** Where the leaf of one digest hangs in a Merkle tree of RFC 6962, section 2.1. */
export const merklePathSchema = z.object({
  root: digestSchema,
  /** Place of the leaf, from 0, among `size`. */
  index: z.number().int().min(0),
  size: z.number().int().min(1),
  /** Hashes beside the way up, lowest first. The leaf is sha256(0x00, the 32 bytes of the digest). */
  path: z.array(digestSchema).max(64),
});
export type MerklePath = z.output<typeof merklePathSchema>;

/**
 * waiting: no transaction yet; signed: stored and perhaps sent; sent: a node has it; committed: in a block that may
 * still change; finalized: in a block that cannot; failed: in such a block, but refused by the chain.
 */
export const anchorStatuses = [
  'waiting',
  'signed',
  'sent',
  'committed',
  'finalized',
  'failed',
] as const;
export type AnchorStatus = (typeof anchorStatuses)[number];

/** `private` is a chain of the operator's own: it proves to those who trust it, and no explorer shows it. */
export const chainNetworks = ['testnet', 'mainnet', 'private'] as const;
export type ChainNetwork = (typeof chainNetworks)[number];

/** How far the way of a digest onto the Concordium chain is. */
export const chainAnchorSchema = z.object({
  status: z.enum(anchorStatuses),
  network: z.enum(chainNetworks),
  /** Names the chain beyond doubt. */
  genesisHash: digestSchema,
  /** Address of the account that signed and paid. */
  sender: z.string(),
  transactionHash: digestSchema.nullable(),
  merkle: merklePathSchema.nullable(),
  blockHash: digestSchema.nullable(),
  /** Slot time of the block, ISO 8601, UTC. */
  blockTime: z.string().nullable(),
  estimatedMicroCcd: microCcdSchema.nullable(),
  paidMicroCcd: microCcdSchema.nullable(),
  /** Only for chains that the public can look into. */
  explorerUrl: z.string().nullable(),
  /** What keeps it from going on, in words; null where nothing does. */
  problem: z.string().nullable(),
});
export type ChainAnchor = z.output<typeof chainAnchorSchema>;

export const proofSchema = z.object({
  /** `local-log`: every proof has an entry in the log of the instance that made it. */
  kind: z.enum(['local-log']),
  /** Shown wherever the proof is. */
  label: z.string(),
  entry: logEntrySchema,
  /** PEM of the key that signed. */
  publicKey: z.string(),
  servedBy: servedBySchema,
  /** Left out where the instance has no Concordium account, or had none when the proof was stored. */
  anchor: chainAnchorSchema.nullish(),
  /** The same for a transaction that the founder's own account signed; left out where there was none. */
  founder: chainAnchorSchema.nullish(),
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

/** `proof` comes unchecked, a document or the proof itself: saying what is wrong with it is the answer. */
export const verifyPresentedInputSchema = z.object({ digest: digestSchema, proof: z.unknown() });
export type VerifyPresentedInput = z.output<typeof verifyPresentedInputSchema>;

export const founderAnchorInputSchema = z.object({
  projectId: z.uuid(),
  /** Whether the operator is to pay. */
  isSponsored: z.boolean().default(false),
});
export type FounderAnchorInput = z.output<typeof founderAnchorInputSchema>;

/** What the founder's wallet is to send. */
export const founderAnchorRequestSchema = z.object({
  network: z.enum(chainNetworks),
  genesisHash: digestSchema,
  /** The account that has to sign. */
  account: z.string(),
  /** Hex of the bytes that a RegisterData transaction is to register. */
  data: z.string().regex(/^(?:[0-9a-f]{2}){1,256}$/),
  /** JSON of a transaction that the operator pays for, for the wallet to sign; null where the founder pays. */
  sponsored: z.string().nullable(),
});
export type FounderAnchorRequest = z.output<typeof founderAnchorRequestSchema>;

/** What the wallet gave back. The server asks the chain about it and believes nothing else. */
export const founderAnchorReportSchema = z.object({
  projectId: z.uuid(),
  transactionHash: digestSchema,
});
export type FounderAnchorReport = z.output<typeof founderAnchorReportSchema>;
