import type { ServedBy } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';

export interface ProviderState extends ServedBy {
  purpose: string;
}

/** Who serves each purpose in this configuration. Later adapters add their own rows where they are configured. */
@Injectable()
export class ProvidersService {
  constructor(private readonly gates: 'full' | 'off') {}

  list(): ProviderState[] {
    const embedded = (purpose: string, provider: string, reason: string): ProviderState => ({
      purpose,
      provider,
      mode: 'embedded',
      reason,
    });
    return [
      embedded('search', 'bundled catalogue', 'No search provider is configured.'),
      embedded('language model', 'embedded planner', 'No language model is configured.'),
      embedded(
        'verification',
        'local gates',
        this.gates === 'full'
          ? 'Every generated app is checked on this instance.'
          : 'Switched off by GENERATOR_GATES.',
      ),
      embedded(
        'deck and images',
        'local renderer',
        'Decks and images are always rendered on this instance.',
      ),
      embedded(
        'proof',
        'local transparency log',
        'No Concordium account is configured on this instance.',
      ),
      embedded('file storage', 'local disk', 'No object storage is configured.'),
      embedded('queue', 'pg-boss on Postgres', 'No Redis is configured.'),
    ];
  }
}
