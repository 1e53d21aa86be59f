import { ConcordiumModule, generateLogKey } from '@hatchr/concordium';
import { Module, type DynamicModule } from '@nestjs/common';
import { ensureSecretFile } from '../auth/secrets.js';
import type { AppConfig } from '../env.js';
import { ProofsService } from './proofs.service.js';

/** Proofs of existence, and the key that signs the local log. */
@Module({})
export class ProofsModule {
  static register(config: AppConfig): DynamicModule {
    const logPrivateKeyPem =
      config.proofs.logKeyPem ?? ensureSecretFile(config.dataDir, 'proof-log.pem', generateLogKey);
    return {
      module: ProofsModule,
      global: true,
      imports: [ConcordiumModule.register({ logPrivateKeyPem })],
      providers: [ProofsService],
      exports: [ProofsService, ConcordiumModule],
    };
  }
}
