import { z } from 'zod';

/**
 * The launch video as a stream of a hosting service, for players that adapt to the connection. The kit does not
 * depend on it: wherever it is not `ready`, the file of the kit plays, and `reason` says why in a sentence.
 */
export const hostedVideoSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('off'), reason: z.string() }),
  /** On its way: ask again in some seconds. */
  z.object({ status: z.literal('pending'), reason: z.string() }),
  z.object({
    status: z.literal('ready'),
    reason: z.string(),
    /** HLS (RFC 8216). */
    hlsUrl: z.url(),
  }),
  z.object({ status: z.literal('failed'), reason: z.string() }),
]);
export type HostedVideo = z.output<typeof hostedVideoSchema>;
