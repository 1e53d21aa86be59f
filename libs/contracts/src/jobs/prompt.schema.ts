import { z } from 'zod';

/** C0 and C1 controls but tab, line feed and carriage return; plus the bidirectional overrides that hide text. */
const hiddenCharacters =
  // eslint-disable-next-line no-control-regex -- finding control characters is the point
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

/** Lone surrogates are not text: Postgres and every encoder refuse them. */
const loneSurrogate = /\p{Surrogate}/u;

/** Whether a text holds characters that nobody sees, or that are no text at all. */
export const hasHiddenCharacters = (text: string): boolean =>
  hiddenCharacters.test(text) || loneSurrogate.test(text);

export const promptLimits = { min: 3, max: 2000 } as const;

/**
 * A person's sentence: 3 to 2,000 characters (code points) after trimming, any language or script.
 * Each refusal carries the error code that the API answers with.
 */
export const promptSchema = z
  .string()
  // A cheap ceiling first, so that a megabyte is never trimmed or split into code points.
  .max(promptLimits.max * 4, { error: 'prompt.too_long', abort: true })
  .transform((text) => text.trim())
  .superRefine((text, context) => {
    // Code points, not UTF-16 units: an emoji counts once and no script is charged twice.
    const length = Array.from(text).length;
    const refuse = (code: string): void => {
      context.addIssue({ code: 'custom', message: code });
    };
    if (hasHiddenCharacters(text)) refuse('prompt.control_characters');
    else if (length < promptLimits.min) refuse('prompt.too_short');
    else if (length > promptLimits.max) refuse('prompt.too_long');
  });
