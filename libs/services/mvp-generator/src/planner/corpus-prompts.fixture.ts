import { readFileSync } from 'node:fs';

/** The sentences of the corpus, which the bench proves all and the tests in part. */
export const corpusPrompts = JSON.parse(
  readFileSync(new URL('../../../../../bench/prompts.json', import.meta.url), 'utf8'),
) as string[];
