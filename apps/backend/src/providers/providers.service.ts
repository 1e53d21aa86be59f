import { Injectable } from '@nestjs/common';
import type { AppConfig } from '../env.js';

export interface ProviderState {
  purpose: string;
  provider: string;
  /** `configured`: set up; whether it answers is not asked here. What served a project stands in its `servedBy`. */
  mode: 'embedded' | 'configured';
  reason: string;
}

/** Who serves each purpose in this configuration. Later adapters add their own rows where they are configured. */
@Injectable()
export class ProvidersService {
  constructor(
    private readonly config: Pick<
      AppConfig,
      'generator' | 'discovery' | 'models' | 'launchKit' | 'livepeer' | 'daydream' | 'proofs'
    >,
  ) {}

  list(): ProviderState[] {
    const embedded = (purpose: string, provider: string, reason: string): ProviderState => ({
      purpose,
      provider,
      mode: 'embedded',
      reason,
    });
    return [
      this.research(),
      this.languageModel(),
      embedded(
        'verification',
        'local gates',
        this.config.generator.gates === 'full'
          ? 'Every generated app is checked on this instance.'
          : 'Switched off by GENERATOR_GATES.',
      ),
      embedded(
        'deck and images',
        'local renderer',
        'Decks and images are always rendered on this instance.',
      ),
      embedded(
        'video',
        'local renderer',
        this.config.launchKit.video === 'off'
          ? 'Switched off by LAUNCH_VIDEO.'
          : 'Videos are rendered on this instance where its system has the codec (Linux on x64).',
      ),
      this.videoHosting(),
      this.restyling(),
      this.pictures(),
      this.proof(),
      embedded('file storage', 'local disk', 'No object storage is configured.'),
      embedded('queue', 'pg-boss on Postgres', 'No Redis is configured.'),
    ];
  }

  private languageModel(): ProviderState {
    const purpose = 'language model';
    const { operator } = this.config.models;
    if (!operator)
      return {
        ...{ purpose, provider: 'embedded planner', mode: 'embedded' },
        reason: 'No language model is configured.',
      };
    const { plan, extract, copy, code } = operator.models;
    return {
      ...{ purpose, provider: operator.provider, mode: 'configured' },
      reason: `Plans with ${plan}, reads with ${extract}, writes with ${copy}, codes with ${code}; at a cap the embedded engine goes on.`,
    };
  }

  private videoHosting(): ProviderState {
    const purpose = 'video hosting';
    return this.config.livepeer.apiKey
      ? {
          ...{ purpose, provider: 'Livepeer Studio', mode: 'configured' },
          reason:
            'Launch videos are uploaded and transcoded; until then the file of the kit plays.',
        }
      : {
          ...{ purpose, provider: 'local file', mode: 'embedded' },
          reason: 'No key of Livepeer is set: the file of the kit plays.',
        };
  }

  private pictures(): ProviderState {
    const purpose = 'generated pictures';
    return this.config.launchKit.pictures
      ? {
          ...{ purpose, provider: 'Livepeer AI gateway', mode: 'configured' },
          reason:
            'The configured gateway draws the backdrop of each kit; where it refuses, the brand’s own drawing stands in.',
        }
      : {
          ...{ purpose, provider: 'local renderer', mode: 'embedded' },
          reason:
            'Livepeer’s gateways answer 410 to batch AI calls since go-livepeer 0.10, and LIVEPEER_AI_URL names none that still has them: every picture is drawn here.',
        };
  }

  private proof(): ProviderState {
    const { chain, anchoring } = this.config.proofs;
    if (!chain || !anchoring)
      return {
        ...{ purpose: 'proof', provider: 'local transparency log', mode: 'embedded' },
        reason: 'No Concordium account is configured on this instance.',
      };
    return {
      ...{ purpose: 'proof', provider: `Concordium ${chain.network}`, mode: 'configured' },
      reason: 'Every entry of the local log is anchored on the chain in the background.',
    };
  }

  private restyling(): ProviderState {
    const purpose = 'live restyling';
    return this.config.daydream.apiKey
      ? {
          ...{ purpose, provider: 'Daydream', mode: 'configured' },
          reason: 'Owners can have their launch video redrawn while it plays.',
        }
      : {
          ...{ purpose, provider: 'none', mode: 'embedded' },
          reason: 'No key of Daydream is set: the video is shown as it was made.',
        };
  }

  private research(): ProviderState {
    const { search, browser } = this.config.discovery;
    if (search?.network === 'off')
      return {
        ...{ purpose: 'search', provider: 'bundled catalogue', mode: 'embedded' },
        reason: 'Live research is switched off by DISCOVERY_NETWORK.',
      };
    const pages = browser ? 'in a browser' : 'without a browser, since none was found';
    return {
      ...{ purpose: 'search', provider: 'live research', mode: 'configured' },
      reason: `Search services are asked and pages are read ${pages}; without a network the bundled catalogue answers.`,
    };
  }
}
