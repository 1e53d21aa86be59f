import { z } from 'zod';

const asset = { assetId: z.string(), playbackId: z.string() };

/** How far the hosting of one video has come. Kept by the caller, so that another process can go on from it. */
export const hostingStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('waiting') }),
  z.object({
    phase: z.literal('uploading'),
    ...asset,
    tusEndpoint: z.url(),
    /** Where the upload goes on; null before the service has named it. */
    uploadUrl: z.url().nullable(),
  }),
  z.object({ phase: z.literal('transcoding'), ...asset }),
  z.object({ phase: z.literal('ready'), ...asset, hlsUrl: z.url() }),
  z.object({
    phase: z.literal('failed'),
    /** null: nothing was left with the service. */
    assetId: z.string().nullable(),
    /** A sentence that is shown. */
    reason: z.string(),
  }),
]);
export type HostingState = z.output<typeof hostingStateSchema>;
