import { type DynamicModule, Module } from '@nestjs/common';
import { LIVEPEER_CONFIG, type LivepeerConfig, withDefaults } from './livepeer.config.js';
import { LivepeerService } from './livepeer.service.js';

@Module({})
export class LivepeerModule {
  /** The module with its service, for a Nest application or a test. */
  static register(config: LivepeerConfig): DynamicModule {
    return {
      module: LivepeerModule,
      providers: [{ provide: LIVEPEER_CONFIG, useValue: withDefaults(config) }, LivepeerService],
      exports: [LivepeerService],
    };
  }
}
