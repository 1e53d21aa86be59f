import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { createLiveSource } from './create-live-source.js';
import { discoveryConfigSchema, type DiscoveryConfig } from './discovery.config.js';
import { DiscoveryService } from './discovery.service.js';
import { MemoryResearchCache } from './search/memory-research-cache.adapter.js';
import { ResearchCache } from './search/research-cache.port.js';
import { CompetitorSource } from './sources/competitor-source.port.js';

@Module({})
export class DiscoveryModule {
  /**
   * The discovery service, researching as the configuration says.
   * @param cache where answers are kept; in the memory of the process unless given
   * @throws ZodError when the configuration is out of range, so that the process does not start
   */
  static register(
    config: DiscoveryConfig,
    cache: Pick<FactoryProvider<ResearchCache>, 'inject' | 'useFactory'> = {
      useFactory: () => new MemoryResearchCache(),
    },
  ): DynamicModule {
    const settings = discoveryConfigSchema.parse(config);
    return {
      module: DiscoveryModule,
      providers: [
        { provide: ResearchCache, ...cache },
        {
          provide: CompetitorSource,
          inject: [ResearchCache],
          useFactory: (kept: ResearchCache) => createLiveSource(settings, kept),
        },
        DiscoveryService,
      ],
      exports: [DiscoveryService],
    };
  }
}
