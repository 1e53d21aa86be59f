import type { DiscoveryResult, ProductSpec } from '@hatchr/contracts';

const maximumClaims = 6;
const longestClaim = 400;

/**
 * Claims against the competition: only what discovery found as a gap, each with the evidence behind it. The gaps that
 * it makes a way to be different of come first. The words stay those of the gap, so that whoever reads the claim on
 * the landing page finds its sources under the same words in the documents of the kit.
 */
export function planPositioning(discovery: DiscoveryResult): ProductSpec['positioning'] {
  const known = new Set(discovery.evidence.map((evidence) => evidence.id));
  const chosen = new Set(discovery.angles?.map(({ gapId }) => gapId));
  return discovery.gaps
    .toSorted((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id)))
    .map((gap) => ({
      claim: gap.statement.trim().slice(0, longestClaim),
      evidenceIds: gap.evidenceIds.filter((id) => known.has(id)),
    }))
    .filter(({ claim, evidenceIds }) => claim !== '' && evidenceIds.length > 0)
    .slice(0, maximumClaims);
}
