import { createHash } from 'node:crypto';
import type { ProviderConfig } from '../language-model.config.js';
import type { JsonSchema } from '../model-client.port.js';
import type { DataPart } from '../step-model.js';

/**
 * The same for requests that ask the same of the same model, so that one answer serves them all. The key is not part of
 * it: whoever pays, the answer is as good.
 */
export function hashContent(
  provider: Pick<ProviderConfig, 'provider' | 'baseUrl'>,
  request: {
    model: string;
    instructions: string;
    data: DataPart[];
    schema: { name: string; json: JsonSchema } | null;
    maxOutputTokens: number;
  },
): string {
  const { model, instructions, data, schema, maxOutputTokens } = request;
  const content = [
    provider.provider,
    provider.baseUrl ?? null,
    model,
    instructions,
    data.map(({ label, text }) => [label, text]),
    schema && [schema.name, schema.json],
    maxOutputTokens,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
