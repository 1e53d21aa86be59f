import { z } from 'zod';
import { chainNetworks } from '../proofs/proof.schema.js';

/** What a person can show of the identity behind their account, without showing the rest of it. */
export const identityAttributes = ['adult', 'country'] as const;
export const identityAttributeSchema = z.enum(identityAttributes);
export type IdentityAttribute = z.output<typeof identityAttributeSchema>;

/** A fact that was shown. */
export const shownAttributeSchema = z.object({
  attribute: identityAttributeSchema,
  /** `adult`: "at least 18", never a date of birth; `country`: of residence, by ISO 3166-1 alpha-2. */
  value: z.string(),
  shownAt: z.string(),
});
export type ShownAttribute = z.output<typeof shownAttributeSchema>;

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
    /** What this instance asks for; nothing where its operator has not enabled it. */
    offeredAttributes: z.array(identityAttributeSchema),
    /** What the identity behind the account has shown. */
    shownAttributes: z.array(shownAttributeSchema),
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

export const attributeInputSchema = z.object({ attribute: identityAttributeSchema });
export type AttributeInput = z.output<typeof attributeInputSchema>;

/** What the wallet is to prove, once: the arguments of its `requestVerifiablePresentation`. */
export const attributeRequestSchema = z.object({
  nonce: z.string(),
  /** Hex of 32 bytes. */
  challenge: z.string(),
  /** Concordium's credential statements, as its SDK defines them. */
  statements: z.array(z.unknown()),
  expiresAt: z.string(),
});
export type AttributeRequest = z.output<typeof attributeRequestSchema>;

/** The presentation comes as the wallet writes it, unchecked; one of one attribute has some 3 kB. */
export const attributeAnswerSchema = z.object({
  attribute: identityAttributeSchema,
  nonce: z.string().min(1).max(64),
  presentation: z.string().min(1).max(50_000),
});
export type AttributeAnswer = z.output<typeof attributeAnswerSchema>;

export type Account = z.output<typeof accountSchema>;
