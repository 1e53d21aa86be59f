import { z } from 'zod';
import { servedBySchema } from '../services/served-by.schema.js';

export const channelCopySchema = z.object({
  /** For example `product_hunt`. */
  channel: z.string(),
  label: z.string(),
  /** The parts that the channel asks for, each within its limit. */
  parts: z.array(
    z.object({
      label: z.string(),
      text: z.string(),
      /** Characters that the channel allows, null where it names no limit. */
      limit: z.number().int().nullable(),
    }),
  ),
  /** Where to post. */
  url: z.url().nullable(),
});
export type ChannelCopy = z.output<typeof channelCopySchema>;

/** One page that the startup wants to be found by in a search. */
export const searchPageSchema = z.object({
  path: z.string(),
  /** Whether the app has it, it is to be written, or only once the product offers what it is about. */
  state: z.enum(['in_app', 'to_write', 'once_offered']),
  /** What people type. */
  phrase: z.string(),
  title: z.string().max(60),
  description: z.string().max(155),
  intent: z.enum(['informational', 'commercial', 'transactional', 'navigational']),
  /** The entity, competitor, gap or part of the specification behind it. */
  restsOn: z.string(),
});
export type SearchPage = z.output<typeof searchPageSchema>;

export const launchKitSchema = z.object({
  deck: z.object({
    slides: z.array(z.object({ title: z.string(), notes: z.string() })),
    /** Paths of the kit's files. */
    pptx: z.string(),
    /** null where the renderer could not run; `servedBy.reason` says why. */
    pdf: z.string().nullable(),
    /** PNG of each slide for the page, in order. */
    previews: z.array(z.string()),
  }),
  images: z.array(
    z.object({
      path: z.string(),
      label: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      /** Who drew it and why; absent where it is always drawn from the brand. */
      servedBy: servedBySchema.optional(),
    }),
  ),
  channels: z.array(channelCopySchema),
  /** Missing in kits that were made before there was a plan for search. */
  searchPages: z.array(searchPageSchema).optional(),
  video: z.discriminatedUnion('status', [
    z.object({ status: z.literal('not_made'), reason: z.string() }),
    z.object({
      status: z.literal('made'),
      /** MP4 with H.264 and AAC. */
      path: z.string(),
      /** WebM with VP9 and Opus for browsers without the codecs of the MP4; null where it was not asked for. */
      webm: z.string().nullable(),
      /** WebVTT. */
      captions: z.string(),
      /** PNG that stands in before the video plays. */
      poster: z.string(),
      seconds: z.number(),
      /** Who made its sound, and why there is a voice or none. */
      sound: servedBySchema.default({
        provider: 'embedded',
        mode: 'embedded',
        reason: 'Music was composed on this machine.',
      }),
      width: z.number().int(),
      height: z.number().int(),
    }),
  ]),
  servedBy: servedBySchema,
});
export type LaunchKit = z.output<typeof launchKitSchema>;
