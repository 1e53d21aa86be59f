import { z } from 'zod';

/** Names the request header in which the backend tells a page what a shared link opens. Never taken from outside. */
export const sharePreviewHeader = 'x-hatchr-share-preview';

/** What a shared link shows where it is pasted. */
export const sharePreviewSchema = z.object({
  name: z.string(),
  tagline: z.string(),
  summary: z.string(),
  /** Absolute address of the page. */
  url: z.url(),
  /** Absolute address of a PNG that whoever has the link may load; null where the kit has none. */
  image: z.object({ url: z.url(), width: z.number().int(), height: z.number().int() }).nullable(),
});
export type SharePreview = z.output<typeof sharePreviewSchema>;
