import { z } from 'zod';
import { modelOfferSchema } from './model-use.schema.js';

/** Providers for which a person may keep a key of their own. */
export const userKeyProviders = ['openai', 'anthropic'] as const;
export type UserKeyProvider = (typeof userKeyProviders)[number];

/** What a person may know of language models on this instance. A key is never among it. */
export const modelSettingsSchema = z.object({
  providers: z.array(
    z.object({
      provider: z.enum(userKeyProviders),
      /** As people know it: `OpenAI`. */
      name: z.string(),
      /** The models that would work with it, cheapest last where tasks differ. */
      models: z.array(z.string()),
      /** When the caller left a key for it; null where there is none. */
      keySetAt: z.string().nullable(),
    }),
  ),
  /** What the caller's next kit would be made with; null: everything by the embedded engine. */
  offer: modelOfferSchema.nullable(),
});
export type ModelSettings = z.output<typeof modelSettingsSchema>;

export const setModelKeyInputSchema = z.object({
  provider: z.enum(userKeyProviders),
  // Keys are printable ASCII without spaces; anything else came from a slip of the clipboard.
  key: z
    .string()
    .trim()
    .min(8)
    .max(400)
    .regex(/^[\x21-\x7e]+$/),
});
export type SetModelKeyInput = z.output<typeof setModelKeyInputSchema>;

export const removeModelKeyInputSchema = z.object({ provider: z.enum(userKeyProviders) });
export type RemoveModelKeyInput = z.output<typeof removeModelKeyInputSchema>;
