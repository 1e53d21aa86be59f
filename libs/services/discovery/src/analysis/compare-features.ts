import type { DiscoveryResult } from '@hatchr/contracts';
import type { CompetitorFindings } from '../sources/competitor-source.port.js';

type Comparison = Pick<DiscoveryResult, 'features' | 'matrix'>;
type Cell = DiscoveryResult['matrix'][number]['cells'][string];

/**
 * The features that any listed competitor is known to have, the most common first, and a cell for each
 * competitor: `yes` when known, `no` only when known to be missing, `unknown` otherwise.
 */
export function compareFeatures(findings: CompetitorFindings): Comparison {
  const counts = new Map<string, number>();
  for (const { has } of findings.found)
    for (const id of has) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts].toSorted(([, a], [, b]) => b - a).map(([id]) => id);
  return {
    features: ids.map((id) => ({ id, label: findings.featureLabels.get(id) ?? id })),
    matrix: findings.found.map(({ competitor, has, lacks, sources }) => ({
      competitorId: competitor.id,
      cells: Object.fromEntries(
        ids.map((id): [string, Cell] => [
          id,
          has.has(id) ? 'yes' : lacks.has(id) ? 'no' : 'unknown',
        ]),
      ),
      ...(sources ? { sources: Object.fromEntries(sources) } : {}),
    })),
  };
}
