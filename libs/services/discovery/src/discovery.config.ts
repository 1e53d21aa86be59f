import { z } from 'zod';

export const discoveryConfigSchema = z.object({
  /** Largest number of competitors in a result. */
  maximumCompetitors: z.number().int().min(3).max(8).default(8),
});

/** Settings of the discovery module. Every one has a default, so `{}` is complete. */
export type DiscoveryConfig = z.input<typeof discoveryConfigSchema>;
