import { z } from 'zod';

/** Settings of the enrichment by BuiltWith, which is only asked where there is a key. */
export const builtWithConfigSchema = z.object({
  /** BUILTWITH_BASE_URL */
  baseUrl: z.url({ protocol: /^https?$/u }).default('https://api.builtwith.com'),
  /** BUILTWITH_API_KEY */
  key: z.string().min(1).nullable().default(null),
  /** BUILTWITH_VERSION. Of the domain API. */
  version: z
    .string()
    .regex(/^v\d{1,3}$/u)
    .default('v23'),
});
export type BuiltWithConfig = z.output<typeof builtWithConfigSchema>;
