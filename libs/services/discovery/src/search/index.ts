/** Live search: planned queries, asked of every provider that is configured, merged into sites and leads. */
export { type ProviderReport } from './ask-provider.js';
export { createSearchProviders, searchConnectMs } from './create-search-providers.js';
export { type SiteKind } from './known-hosts.js';
export { MemoryResearchCache } from './memory-research-cache.adapter.js';
export { mergeHits, type MergedHits, type SearchLead, type SiteCandidate } from './merge-hits.js';
export { planFollowUps } from './plan-follow-ups.js';
export { planQueries, type PlannedQuery, type QueryPurpose } from './plan-queries.js';
export { ResearchCache } from './research-cache.port.js';
export { listOperatorOrigins, searchConfigSchema, type SearchConfig } from './search.config.js';
export { SearchService, type SearchOutcome } from './search.service.js';
export { SearchProvider, type SearchContext, type SearchHit } from './search-provider.port.js';
