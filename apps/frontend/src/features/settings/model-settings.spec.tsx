import { afterEach, describe, expect, it } from '@jest/globals';
import type { ModelSettings as Settings } from '@hatchr/contracts';
import { cleanup, screen } from '@testing-library/react';
import { refusal } from '../../../test/fake-links';
import { renderWithApi } from '../../../test/render-with-api';
import { ModelSettings } from './model-settings';

const openai: Settings['providers'][number] = {
  provider: 'openai',
  name: 'OpenAI',
  models: ['gpt-5.4-mini', 'gpt-5.4-nano'],
  keySetAt: null,
};
const offer: NonNullable<Settings['offer']> = {
  provider: 'OpenAI',
  billedTo: 'user',
  estimate: [
    { task: 'plan', model: 'gpt-5.4-mini', calls: 1, tokens: 8_500, microUsd: 60_000 },
    { task: 'extract', model: 'gpt-5.4-nano', calls: 4, tokens: 9_000, microUsd: 34_000 },
  ],
  caps: {
    job: { tokens: 600_000, microUsd: 2_000_000 },
    userDay: { tokens: null, microUsd: null },
  },
};
const none: Settings = { providers: [openai], offer: null };
const own: Settings = {
  providers: [{ ...openai, keySetAt: '2026-11-25T10:00:00.000Z' }],
  offer,
};

describe('the settings of language models', () => {
  afterEach(cleanup);

  it('keeps a key that the provider knows, and says that it is used from now on', async () => {
    const { user, api } = renderWithApi(<ModelSettings />, {
      'models.settings': () => none,
      'models.setKey': () => own,
    });
    await screen.findByText(/No language model is called and nothing is billed/u);
    await user.click(await screen.findByRole('button', { name: 'Add OpenAI key' }));
    await user.type(screen.getByLabelText('OpenAI API key'), ' sk-1234567890 ');
    await user.click(screen.getByRole('button', { name: 'Check and keep' }));
    expect(await screen.findByText('Key kept')).toBeTruthy();
    expect(screen.getByText(/with your own key. A kit usually takes about \$0\.094/u)).toBeTruthy();
    expect(screen.getByText(/never more than \$2\.00/u)).toBeTruthy();
    expect(screen.queryByDisplayValue(/sk-/u)).toBeNull();
    expect(api.calls.find(({ path }) => path === 'models.setKey')?.input).toMatchObject({
      provider: 'openai',
    });
  });

  it('says why a key was not kept, and loses nothing of what was typed', async () => {
    const { user, api } = renderWithApi(<ModelSettings />, {
      'models.settings': () => none,
      'models.setKey': () => {
        throw refusal('provider.key_refused');
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add OpenAI key' }));
    const field = screen.getByLabelText<HTMLInputElement>('OpenAI API key');
    await user.type(field, 'sk 1');
    await user.click(screen.getByRole('button', { name: 'Check and keep' }));
    expect(screen.getByText('Paste the whole key.')).toBeTruthy();
    expect(api.calls.some(({ path }) => path === 'models.setKey')).toBe(false);
    await user.clear(field);
    await user.type(field, 'sk-wrong-key');
    await user.click(screen.getByRole('button', { name: 'Check and keep' }));
    expect(await screen.findByText(/did not accept/u)).toBeTruthy();
    expect(field.value).toBe('sk-wrong-key');
  });

  it('removes a key after asking', async () => {
    const { user } = renderWithApi(<ModelSettings />, {
      'models.settings': () => own,
      'models.removeKey': () => none,
    });
    await user.click(await screen.findByRole('button', { name: 'Remove' }));
    await user.click(await screen.findByRole('button', { name: 'Remove key' }));
    expect(await screen.findByRole('button', { name: 'Add OpenAI key' })).toBeTruthy();
  });

  it('says so where the instance keeps no keys', async () => {
    renderWithApi(<ModelSettings />, {
      'models.settings': () => ({
        providers: [],
        offer: {
          ...offer,
          billedTo: 'operator',
          estimate: offer.estimate.map((task) => ({ ...task, microUsd: null })),
        },
      }),
    });
    expect(await screen.findByText(/keeps no keys of its users/u)).toBeTruthy();
    expect(
      screen.getByText(
        /the key of this instance. A kit usually takes about 18K tokens, whose price is not known/u,
      ),
    ).toBeTruthy();
  });
});
