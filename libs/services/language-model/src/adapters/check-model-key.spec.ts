import { afterEach, describe, expect, it } from '@jest/globals';
import { startModelServer, type ModelServer } from '../testing/start-model-server.js';
import { checkModelKey } from './check-model-key.js';

describe.each(['openai', 'anthropic'] as const)('a key of %s', (provider) => {
  let server: ModelServer;
  const start = async (): Promise<string> => {
    server = await startModelServer({ protocol: provider, apiKey: 'sk-good', answer: () => ({}) });
    return server.baseUrl;
  };
  afterEach(() => server.close());

  it('is good where the provider lists its models for it, and no model is asked', async () => {
    const baseUrl = await start();
    await expect(checkModelKey({ provider, apiKey: 'sk-good', baseUrl })).resolves.toBeUndefined();
    expect(server.requests).toEqual([]);
  });

  it('is refused where the provider does not know it, in words that do not repeat it', async () => {
    const baseUrl = await start();
    const refused = checkModelKey({ provider, apiKey: 'sk-of-nobody', baseUrl });
    const error: unknown = await refused.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'provider.key_refused' });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('sk-of-nobody');
  });

  it('is not judged where the provider cannot be asked', async () => {
    const baseUrl = await start();
    await server.close();
    const asked = checkModelKey({ provider, apiKey: 'sk-good', baseUrl });
    await expect(asked).rejects.toMatchObject({ code: 'provider.unavailable' });
  });
});
