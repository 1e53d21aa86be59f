import { z } from 'zod';
import { chainNetworks } from '../proofs/proof.schema.js';

export const accountSchema = z.object({
  userId: z.string(),
  name: z.string(),
  /** null for a guest. */
  email: z.string().nullable(),
  isGuest: z.boolean(),
  role: z.enum(['user', 'admin']),
  identity: z.object({
    /** A fact that the server knows from a signature; never a flag that a client sends. */
    isVerified: z.boolean(),
    /** What the person can do about it, in words. */
    statement: z.string(),
    /** The chain on which an account can be shown; null where this instance has none. */
    network: z.enum(chainNetworks).nullable(),
    /** The account that was shown to be theirs. */
    address: z.string().nullable(),
    /** Whether this instance pays for the transactions with which founders anchor their kits. */
    isSponsored: z.boolean(),
  }),
});
export const identityRequestInputSchema = z.object({ account: z.string().min(1).max(80) });
export type IdentityRequestInput = z.output<typeof identityRequestInputSchema>;

/** What the wallet is to sign, once. */
export const identityRequestSchema = z.object({
  nonce: z.string(),
  message: z.string(),
  expiresAt: z.string(),
});
export type IdentityRequest = z.output<typeof identityRequestSchema>;

/** The signature comes as the wallet gives it, unchecked: saying that it is none is the answer. */
export const identityAnswerSchema = z.object({
  account: z.string().min(1).max(80),
  nonce: z.string().min(1).max(64),
  message: z.string().min(1).max(1_000),
  signature: z.unknown(),
});
export type IdentityAnswer = z.output<typeof identityAnswerSchema>;

export type Account = z.output<typeof accountSchema>;
