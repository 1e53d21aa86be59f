import { Module, type DynamicModule } from '@nestjs/common';
import { concordiumConfig, type ConcordiumConfig } from './concordium.config.js';
import { ConcordiumService } from './concordium.service.js';

/**
 * Identity and proof. Until a Concordium account can be configured it serves the embedded default, the local
 * transparency log; what it signs and checks is in `log/`, beside which an adapter for the chain goes.
 */
@Module({})
export class ConcordiumModule {
  /** @throws AppError `input.invalid` when the application starts with a key that is not Ed25519 */
  static register(config: ConcordiumConfig): DynamicModule {
    return {
      module: ConcordiumModule,
      providers: [{ provide: concordiumConfig, useValue: config }, ConcordiumService],
      exports: [ConcordiumService],
    };
  }
}
