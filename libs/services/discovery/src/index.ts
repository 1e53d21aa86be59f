export { type DiscoveryConfig } from './discovery.config.js';
export { DiscoveryModule } from './discovery.module.js';
export { DiscoveryService, type DiscoveryInput } from './discovery.service.js';
export {
  CompetitorSource,
  type CompetitorFindings,
  type FoundCompetitor,
  type FoundField,
} from './sources/competitor-source.port.js';
export { type Idea } from './ranking/read-idea.js';
export { ResearchCache } from './search/research-cache.port.js';
