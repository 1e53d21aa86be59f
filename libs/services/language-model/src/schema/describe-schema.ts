import type { JsonSchema } from '../model-client.port.js';

/** Instructions for a model whose provider cannot hold it to a schema: the schema in words. */
export const describeSchema = (instructions: string, schema: JsonSchema): string =>
  [
    instructions,
    'Answer with one JSON value and nothing else: no words before or after it, no code fence.',
    'It has to match this JSON Schema exactly:',
    JSON.stringify(schema),
  ].join('\n\n');
