import type { DiscoveryResult, ProductSpec } from '@hatchr/contracts';

/** Claims against the competition: only what discovery found as a gap, each with the evidence behind it. */
export function planPositioning(discovery: DiscoveryResult): ProductSpec['positioning'] {
  const known = new Set(discovery.evidence.map((evidence) => evidence.id));
  return discovery.gaps
    .map((gap) => ({
      claim: gap.statement.trim().slice(0, 400),
      evidenceIds: gap.evidenceIds.filter((id) => known.has(id)),
    }))
    .filter(({ claim, evidenceIds }) => claim !== '' && evidenceIds.length > 0)
    .slice(0, 6);
}
