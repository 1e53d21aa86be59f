import type { z } from 'zod';

export interface FormState {
  message?: string;
  isDone?: boolean;
  errors?: Record<string, string>;
  values?: Record<string, string>;
}

/** The text fields of a form; names that start with $ belong to the framework. */
export function readForm(formData: FormData): Record<string, string> {
  return Object.fromEntries(
    [...formData.entries()].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === 'string' && !entry[0].startsWith('$'),
    ),
  );
}

/** The sentence for each field that was refused; empty where none was. */
export function fieldErrors(error: z.ZodError | undefined): Record<string, string> {
  return Object.fromEntries(
    (error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]),
  );
}
