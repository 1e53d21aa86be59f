import { Module, type DynamicModule } from '@nestjs/common';
import { discoveryConfigSchema, type DiscoveryConfig } from './discovery.config.js';
import { DiscoveryService } from './discovery.service.js';
import { CatalogueSource } from './sources/catalogue-source.adapter.js';
import { CompetitorSource } from './sources/competitor-source.port.js';

@Module({})
export class DiscoveryModule {
  /**
   * The discovery service with the source that the configuration asks for.
   * @throws ZodError when the configuration is out of range, so that the process does not start
   */
  static register(config: DiscoveryConfig): DynamicModule {
    const { maximumCompetitors } = discoveryConfigSchema.parse(config);
    return {
      module: DiscoveryModule,
      providers: [
        { provide: CompetitorSource, useFactory: () => new CatalogueSource(maximumCompetitors) },
        DiscoveryService,
      ],
      exports: [DiscoveryService],
    };
  }
}
