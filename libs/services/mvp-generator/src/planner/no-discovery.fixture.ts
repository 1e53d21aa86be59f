import type { DiscoveryResult } from '@hatchr/contracts';

/** A discovery that knows nothing, as it is without a network; parts are replaced as a test needs. */
export function noDiscovery(overrides: Partial<DiscoveryResult> = {}): DiscoveryResult {
  return {
    outcome: 'none_known',
    statement: 'Nothing close enough is known.',
    queries: [],
    categories: [],
    competitors: [],
    features: [],
    matrix: [],
    gaps: [],
    evidence: [],
    servedBy: { provider: 'test', mode: 'embedded', reason: 'test' },
    ...overrides,
  };
}
