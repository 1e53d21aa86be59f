import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { assistant } from '@/assistant/assistant';
import { askAssistant, saveAnswer } from '@/assistant/assistant-actions';
import { fieldOf, valueOf, type BaseRow } from '@/lib/entity';
import { browser } from './browser';
import { addAccount, createRow, entityOf, repositoryFor } from './workspace';

const entity = entityOf(assistant.entity);
let owner = '';
let stranger = '';
let row: BaseRow;

beforeAll(async () => {
  owner = await addAccount();
  stranger = await addAccount();
  row = await createRow(owner, entity);
});
afterEach(() => vi.unstubAllEnvs());

const read = async () => (await repositoryFor(owner, entity)).get(row.id);
const saved = fieldOf(entity, assistant.save?.field ?? '');
const choice = saved?.options?.at(-1)?.value ?? null;

describe('the assistant', () => {
  it('answers by rule and says so when no key is set', async () => {
    vi.stubEnv('OPENAI_API_KEY', '');
    browser.id = owner;
    const reply = await askAssistant(row.id);
    expect(reply).toMatchObject({ model: null, reason: null });
    expect(reply?.text).not.toBe('');
  });

  it('answers by rule and says why when the model cannot be reached', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'test-key');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/v1');
    browser.id = owner;
    const reply = await askAssistant(row.id);
    expect(reply?.model).toBeNull();
    expect(reply?.reason).toContain('could not be reached');
    expect(reply?.text).not.toBe('');
  });

  it('shows and changes nothing of another account', async () => {
    browser.id = stranger;
    expect(await askAssistant(row.id)).toBeNull();
    expect(await saveAnswer(row.id, { text: 'Mine now', choice })).toContain('not be saved');
    expect(await read()).toEqual(row);
  });

  it('refuses an answer of another shape', async () => {
    browser.id = owner;
    for (const bad of [
      null,
      'text',
      { text: '', choice: null },
      { text: 'x'.repeat(9000), choice },
    ])
      expect(await saveAnswer(row.id, bad)).toContain('not be saved');
    expect(await read()).toEqual(row);
    await expect(askAssistant('1 or 1=1')).rejects.toThrow();
  });

  it.skipIf(!assistant.save)('keeps an answer in its field and loses no note', async () => {
    browser.id = owner;
    expect(await saveAnswer(row.id, { text: 'An answer to keep', choice })).toContain('Saved');
    const after = String(valueOf((await read())!, saved!.name));
    if (assistant.save?.mode === 'choose') expect(after).toBe(choice);
    else expect(after).toContain('An answer to keep');
    if (assistant.save?.mode === 'append')
      expect(after).toContain(String(valueOf(row, saved!.name) ?? ''));
  });
});
