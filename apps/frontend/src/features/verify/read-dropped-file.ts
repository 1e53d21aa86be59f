import { digestSchema, proofSchema } from '@hatchr/contracts';
import { checkKit, type KitCheck } from './check-kit';
import { readSmallFile, sha256Hex } from './digest-of-file';

/** What someone dropped, and the digest that it leads to. */
export type Dropped =
  | { kind: 'kit'; digest: string; kit: KitCheck }
  | { kind: 'manifest'; digest: string }
  | { kind: 'proof'; digest: string; proof: unknown };

/** Tells a ZIP, a proof and a manifest apart by what is in them. Throws DigestError, in words for the page. */
export async function readDroppedFile(file: File): Promise<Dropped> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (start[0] === 0x50 && start[1] === 0x4b) {
    const kit = await checkKit(file);
    return { kind: 'kit', digest: kit.digest, kit };
  }
  const bytes = await readSmallFile(file);
  const proof = readProof(bytes);
  return proof ?? { kind: 'manifest', digest: await sha256Hex(bytes) };
}

/** A proof says itself which digest it is about; whether that is true is for the server to check. */
function readProof(bytes: Uint8Array): Dropped | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
  const { format, credentialSubject } = (value ?? {}) as Record<string, unknown>;
  const subject = (credentialSubject ?? {}) as Record<string, unknown>;
  const digest =
    typeof format === 'string' && format.startsWith('hatchr-proof/')
      ? digestSchema.safeParse(subject['digestSha256']).data
      : proofSchema.safeParse(value).data?.entry.digest;
  return digest ? { kind: 'proof', digest, proof: value } : null;
}
