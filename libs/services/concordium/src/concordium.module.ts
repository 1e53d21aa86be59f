import { Module, type DynamicModule } from '@nestjs/common';
import { AnchoringService } from './anchoring/anchoring.service.js';
import { FounderAnchoringService } from './anchoring/founder-anchoring.service.js';
import { concordiumConfig, type ConcordiumConfig } from './concordium.config.js';
import { ConcordiumService } from './concordium.service.js';
import { IdentityService } from './identity/identity.service.js';

/**
 * Identity and proof. Every proof has its entry in the local transparency log (`log/`); with an account of the
 * operator it is anchored on the Concordium chain as well (`anchoring/`, over the node in `chain/`).
 */
@Module({})
export class ConcordiumModule {
  /** @throws AppError `input.invalid` when the application starts with a log key or an account that cannot be used */
  static register(config: ConcordiumConfig): DynamicModule {
    return {
      module: ConcordiumModule,
      providers: [
        { provide: concordiumConfig, useValue: config },
        ConcordiumService,
        AnchoringService,
        FounderAnchoringService,
        IdentityService,
      ],
      exports: [ConcordiumService, AnchoringService, FounderAnchoringService, IdentityService],
    };
  }
}
