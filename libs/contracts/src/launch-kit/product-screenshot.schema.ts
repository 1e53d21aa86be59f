import { z } from 'zod';

export const screenshotThemes = ['light', 'dark'] as const;
export const screenshotDevices = ['desktop', 'phone'] as const;

/** What the generated app shows on one of its pages, photographed while it ran with its demo workspace open. */
export const productScreenshotSchema = z.object({
  /** Route of the page as the specification writes it, for example `/bookings/[id]`. */
  page: z.string(),
  /** The page's title in the specification. */
  title: z.string(),
  /** What the page is for whoever wants the best one of a sort. */
  role: z.enum(['landing', 'dashboard', 'list', 'detail', 'public']),
  theme: z.enum(screenshotThemes),
  device: z.enum(screenshotDevices),
  /** Of the image, in pixels; a phone has two of them to a CSS pixel. */
  width: z.number().int(),
  height: z.number().int(),
  /** PNG among the files of the kit, under `launch/screenshots/`. */
  path: z.string(),
});
export type ProductScreenshot = z.output<typeof productScreenshotSchema>;

export const productScreenshotsSchema = z.object({
  /** The most telling page first; each page in every theme on every device. */
  images: z.array(productScreenshotSchema),
  /** One sentence on why there are none, or fewer than there could be; null where all were taken. */
  reason: z.string().nullable(),
});
export type ProductScreenshots = z.output<typeof productScreenshotsSchema>;
