import { errorCatalogue, promptLimits, promptSchema, type ErrorCode } from '@hatchr/contracts';

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text);

/** The sentence that refuses this text, or null where the API would take it. Same schema as the API. */
export function checkPrompt(text: string): string | null {
  const issue = promptSchema.safeParse(text).error?.issues[0];
  if (!issue) return null;
  return errorCatalogue[isErrorCode(issue.message) ? issue.message : 'input.invalid'].message;
}

/** Characters as the limit counts them: code points, after trimming. */
export const countCharacters = (text: string): number => Array.from(text.trim()).length;

/** The count is shown for the last tenth before the limit: earlier it would only distract. */
export const isNearLimit = (count: number): boolean => count >= promptLimits.max * 0.9;
