import type { z } from 'zod';
import { extractJson } from './extract-json.js';
import { cleanJson, cleanText } from '../prompt/clean-text.js';

/** What became of an answer: a value, or what is wrong with it in words that a model can act on. */
export type Reading<Value> = { value: Value } | TurnedDown;

export interface TurnedDown {
  problems: string[];
  /** The cleaned JSON, where it was JSON at all. */
  answer?: unknown;
}

/** More problems than these help no repair. */
const MAX_PROBLEMS = 20;
const MAX_PROBLEM_CHARACTERS = 300;

/** The value of a JSON answer, of the right shape and without problems. */
export function readObject<Value>(
  text: string,
  schema: z.ZodType<Value>,
  check: ((value: Value) => string[]) | undefined,
): Reading<Value> {
  const json = parseJson(text);
  if (json === undefined) return { problems: ['The answer is not one whole JSON value.'] };
  const answer = cleanJson(json);
  const parsed = schema.safeParse(answer);
  const problems = parsed.success
    ? (check?.(parsed.data) ?? [])
    : parsed.error.issues.map(
        ({ path, message }) => `${path.map(String).join('.') || 'answer'}: ${message}`,
      );
  if (parsed.success && problems.length === 0) return { value: parsed.data };
  return {
    answer,
    problems: problems
      .slice(0, MAX_PROBLEMS)
      .map((problem) => problem.slice(0, MAX_PROBLEM_CHARACTERS)),
  };
}

/** The text of an answer; one that says nothing is a problem. */
export function readText(text: string): Reading<string> {
  const value = cleanText(text).trim();
  return value ? { value } : { problems: ['The answer is empty.'] };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(extractJson(text)) as unknown;
  } catch {
    return undefined;
  }
}
