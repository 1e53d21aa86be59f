import { z } from 'zod';
import { digestSchema } from '../proofs/proof.schema.js';

export const manifestFileName = 'hatchr.manifest.json';

export const manifestSchema = z.object({
  format: z.literal('hatchr-manifest/1'),
  algorithm: z.literal('sha256'),
  name: z.string(),
  slug: z.string(),
  /** Sorted by path; every file of the ZIP but the manifest itself. */
  files: z.array(z.object({ path: z.string(), size: z.number().int(), sha256: digestSchema })),
  /** RFC 6962 Merkle tree hash over `path NUL sha256` of each file, in order. */
  merkleRoot: digestSchema,
});
export type Manifest = z.output<typeof manifestSchema>;
