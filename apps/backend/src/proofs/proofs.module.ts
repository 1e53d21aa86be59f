import {
  AnchoringService,
  ConcordiumModule,
  FounderAnchoringService,
  generateLogKey,
} from '@hatchr/concordium';
import { Module, type DynamicModule } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { ensureSecretFile } from '../auth/secrets.js';
import { ConfigError, type AppConfig } from '../env.js';
import { AnchorVerifier } from './anchor-verifier.service.js';
import { AnchorWorker } from './anchor-worker.service.js';
import { AnchorsRepository } from './anchors.repository.js';
import { FounderAnchorsRepository } from './founder-anchors.repository.js';
import { FounderSponsorshipsRepository } from './founder-sponsorships.repository.js';
import { FounderWorker } from './founder-worker.service.js';
import { ProofLogRepository } from './proof-log.repository.js';
import { ProofsService } from './proofs.service.js';
import { TransparencyLogService } from './transparency-log.service.js';

/** Proofs of existence: the key that signs the local log, and the account that anchors on the chain. */
@Module({})
export class ProofsModule {
  static register(config: AppConfig): DynamicModule {
    const { logKeyPem, chain, anchoring, sponsoredPerDay, pollMs, attributes } = config.proofs;
    const logPrivateKeyPem =
      logKeyPem ?? ensureSecretFile(config.dataDir, 'proof-log.pem', generateLogKey);
    const settings = { runsJobs: config.role !== 'api', pollMs };
    return {
      module: ProofsModule,
      global: true,
      imports: [
        ConcordiumModule.register({
          logPrivateKeyPem,
          chain,
          anchoring: anchoring && {
            ...anchoring,
            accountExport: readAccountFile(anchoring.accountFile),
          },
          sponsorsFounders: sponsoredPerDay > 0,
          attributes,
        }),
      ],
      providers: [
        ProofsService,
        ProofLogRepository,
        TransparencyLogService,
        AnchorsRepository,
        AnchorVerifier,
        {
          provide: AnchorWorker,
          inject: [AnchoringService, AnchorsRepository],
          useFactory: (service: AnchoringService, anchors: AnchorsRepository) =>
            new AnchorWorker(settings, service, anchors),
        },
        FounderAnchorsRepository,
        FounderSponsorshipsRepository,
        {
          provide: FounderWorker,
          inject: [FounderAnchoringService, FounderAnchorsRepository],
          useFactory: (service: FounderAnchoringService, anchors: FounderAnchorsRepository) =>
            new FounderWorker(settings, service, anchors),
        },
      ],
      exports: [
        ProofsService,
        TransparencyLogService,
        FounderAnchorsRepository,
        FounderSponsorshipsRepository,
        ConcordiumModule,
      ],
    };
  }
}

function readAccountFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unreadable' } = error as NodeJS.ErrnoException;
    throw new ConfigError([`CONCORDIUM_ACCOUNT_FILE: The file cannot be read (${code}).`]);
  }
}
