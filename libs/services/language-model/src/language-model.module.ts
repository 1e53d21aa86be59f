import { Module, type DynamicModule, type FactoryProvider } from '@nestjs/common';
import { createModelClient } from './adapters/create-model-client.js';
import {
  LANGUAGE_MODEL_CONFIG,
  MODEL_LEDGER,
  type LanguageModelConfig,
} from './language-model.config.js';
import { LanguageModelService } from './language-model.service.js';
import { MemoryModelLedger } from './ledger/memory-model-ledger.adapter.js';
import type { ModelLedger } from './ledger/model-ledger.port.js';

@Module({})
export class LanguageModelModule {
  /**
   * Language models as the configuration says.
   * @param ledger where calls and answers are kept; in the memory of the process unless given
   */
  static register(
    config: LanguageModelConfig,
    ledger: Pick<FactoryProvider<ModelLedger>, 'inject' | 'useFactory'> = {
      useFactory: () => new MemoryModelLedger(),
    },
  ): DynamicModule {
    return {
      module: LanguageModelModule,
      providers: [
        { provide: LANGUAGE_MODEL_CONFIG, useValue: config },
        { provide: MODEL_LEDGER, ...ledger },
        {
          provide: LanguageModelService,
          inject: [LANGUAGE_MODEL_CONFIG, MODEL_LEDGER],
          useFactory: (settings: LanguageModelConfig, kept: ModelLedger) =>
            new LanguageModelService(settings, kept, createModelClient),
        },
      ],
      exports: [LanguageModelService],
    };
  }
}
