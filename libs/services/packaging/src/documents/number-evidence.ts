import type { Evidence } from '@hatchr/contracts';

export interface EvidenceNumbers {
  /** `E1, E4`, in the order of the source table; says so when nothing supports the statement. */
  cite(evidenceIds: readonly string[]): string;
}

/** Short numbers for sources, so that every document of a kit cites the same one by the same name. */
export function numberEvidence(evidence: readonly Evidence[]): EvidenceNumbers {
  const numbers = new Map(evidence.map((item, index) => [item.id, index + 1]));
  return {
    cite(evidenceIds) {
      const known = evidenceIds.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
      return [...new Set(known)].map((number) => `E${number}`).join(', ') || 'no source recorded';
    },
  };
}
