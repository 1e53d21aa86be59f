import { z } from 'zod';
import { chainAnchorSchema, digestSchema, logEntrySchema, type Proof } from './proof.schema.js';

/** Version of the document; docs/proof-format.md describes it for whoever checks one without us. */
export const proofDocumentFormat = 'hatchr-proof/1';

const entryProofSchema = z.object({
  type: z.literal('HatchrLogEntry'),
  label: z.string(),
  entry: logEntrySchema,
  publicKey: z.string(),
  servedBy: z.object({
    provider: z.string(),
    mode: z.enum(['embedded', 'live']),
    reason: z.string(),
  }),
});
const anchorProofSchema = chainAnchorSchema.extend({ type: z.literal('ConcordiumAnchor') });
const founderProofSchema = chainAnchorSchema.extend({
  type: z.literal('ConcordiumFounderAnchor'),
});

/** A proof in the shape of a W3C Verifiable Credential: what is stated, by whom, since when, and what shows it. */
export const proofDocumentSchema = z.object({
  '@context': z.array(z.unknown()),
  id: z.string(),
  type: z.array(z.string()),
  format: z.literal(proofDocumentFormat),
  issuer: z.string(),
  /** The earliest time that the proof shows: of the block where there is one, else of the log entry. */
  validFrom: z.string(),
  credentialSubject: z.object({
    id: z.string(),
    digestSha256: digestSchema,
    statement: z.string(),
  }),
  proof: z.array(z.union([entryProofSchema, anchorProofSchema, founderProofSchema])).min(1),
});
export type ProofDocument = z.output<typeof proofDocumentSchema>;

/** The document of a proof: what a person keeps beside the ZIP. */
export function toProofDocument(proof: Proof): ProofDocument {
  const { entry, publicKey, label, servedBy, anchor, founder } = proof;
  const final = [founder, anchor].filter((one) => one?.status === 'finalized');
  const issuing = final.find((one) => one?.network !== 'private');
  const validFrom =
    final.map((one) => one?.blockTime ?? entry.recordedAt).sort()[0] ?? entry.recordedAt;
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', { '@vocab': 'urn:hatchr:proof#' }],
    id: `urn:hatchr:proof:${entry.digest}`,
    type: ['VerifiableCredential', 'ProofOfExistence'],
    format: proofDocumentFormat,
    issuer: issuing
      ? `did:ccd:${issuing.network}:acc:${issuing.sender}`
      : `urn:hatchr:key:${entry.keyId}`,
    validFrom,
    credentialSubject: {
      id: `urn:sha256:${entry.digest}`,
      digestSha256: entry.digest,
      statement: `A kit whose manifest has this sha256 existed by ${validFrom}. ${label}.`,
    },
    proof: [
      { type: 'HatchrLogEntry', label, entry, publicKey, servedBy },
      ...(anchor ? [{ type: 'ConcordiumAnchor' as const, ...anchor }] : []),
      ...(founder ? [{ type: 'ConcordiumFounderAnchor' as const, ...founder }] : []),
    ],
  };
}

/**
 * The proof in a document, to be checked; the document's own words come from it, so a document whose words differ
 * gives null, as does anything else that is none.
 */
export function readProofDocument(value: unknown): Proof | null {
  const parsed = proofDocumentSchema.safeParse(value);
  if (!parsed.success) return null;
  const entryProof = parsed.data.proof.find((part) => part.type === 'HatchrLogEntry');
  const anchorProof = parsed.data.proof.find((part) => part.type === 'ConcordiumAnchor');
  const founderProof = parsed.data.proof.find((part) => part.type === 'ConcordiumFounderAnchor');
  if (!entryProof) return null;
  const { label, entry, publicKey, servedBy } = entryProof;
  const proof: Proof = { kind: 'local-log', label, entry, publicKey, servedBy };
  if (anchorProof) {
    const { type: _type, ...anchor } = anchorProof;
    proof.anchor = anchor;
  }
  if (founderProof) {
    const { type: _type, ...founder } = founderProof;
    proof.founder = founder;
  }
  const again = toProofDocument(proof);
  const words = ['id', 'issuer', 'validFrom', 'credentialSubject'] as const;
  const isItsOwn = words.every(
    (name) => JSON.stringify(again[name]) === JSON.stringify(parsed.data[name]),
  );
  return isItsOwn && again.proof.length === parsed.data.proof.length ? proof : null;
}
