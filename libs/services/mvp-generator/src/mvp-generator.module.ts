import { Module, type DynamicModule } from '@nestjs/common';
import { MVP_GENERATOR_CONFIG, type MvpGeneratorConfig } from './mvp-generator.config.js';
import { MvpGeneratorService } from './mvp-generator.service.js';

@Module({})
export class MvpGeneratorModule {
  /** The module with its settings; exports `MvpGeneratorService`. */
  static register(config: MvpGeneratorConfig): DynamicModule {
    return {
      module: MvpGeneratorModule,
      providers: [{ provide: MVP_GENERATOR_CONFIG, useValue: config }, MvpGeneratorService],
      exports: [MvpGeneratorService],
    };
  }
}
