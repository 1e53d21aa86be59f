import { z } from 'zod';

/** Which provider did a piece of work and why it was that one. Shown on the launch page. */
export const servedBySchema = z.object({
  provider: z.string(),
  mode: z.enum(['embedded', 'live']),
  reason: z.string(),
});
export type ServedBy = z.output<typeof servedBySchema>;
