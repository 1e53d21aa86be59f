import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { refusal } from '../../../test/fake-links';
import { visited } from '../../../test/fake-navigation';
import { renderWithApi, takeOverWithApi, visit } from '../../../test/render-with-api';
import { PromptForm } from './prompt-form';

const jobId = 'b3f0c1de-7b1c-4c8e-9a52-0c2f8f1f5a11';
const idea = 'AI scheduling tool for freelancers';
const field = () =>
  screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Describe your startup idea' });
const submit = () => screen.getByRole('button', { name: 'Hatch it' });
const generated = { generate: () => ({ jobId, status: 'queued' }) };

describe('the prompt form', () => {
  beforeEach(() => {
    sessionStorage.clear();
    visited.length = 0;
  });
  afterEach(cleanup);

  it('sends the idea on Enter and goes to the progress page', async () => {
    const { api, user } = renderWithApi(<PromptForm />, generated);
    await user.type(field(), `${idea}{Enter}`);
    await waitFor(() => {
      expect(visited).toEqual([`/generate?job=${jobId}`]);
    });
    expect(api.calls.find(({ path }) => path === 'generate')?.input).toMatchObject({
      prompt: idea,
    });
    expect(field().value).toBe('');
  });

  it('takes what was typed before the page was ready', async () => {
    const { api, user } = await takeOverWithApi(<PromptForm />, generated, (container) => {
      const early = container.querySelector('textarea');
      if (early) early.value = idea;
    });
    await user.click(submit());
    await waitFor(() => {
      expect(visited).toEqual([`/generate?job=${jobId}`]);
    });
    expect(api.calls.find(({ path }) => path === 'generate')?.input).toMatchObject({
      prompt: idea,
    });
  });

  it('keeps what was sent before the page was ready, and cleans the address', async () => {
    visit(`/?idea=${encodeURIComponent(idea)}`);
    await takeOverWithApi(<PromptForm />, generated, (container) => {
      // The browser sends a form that nobody has taken over to the address of the page.
      expect(container.querySelector('textarea')?.name).toBe('idea');
    });
    expect(field().value).toBe(idea);
    expect(window.location.search).toBe('');
  });

  it('starts a new line on Shift and Enter, and leaves Enter to an input method', async () => {
    const { api, user } = renderWithApi(<PromptForm />, generated);
    await user.type(field(), 'one{Shift>}{Enter}{/Shift}two');
    expect(field().value).toBe('one\ntwo');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(api.calls.some(({ path }) => path === 'generate')).toBe(false);
  });

  it('creates one job for a double click, and asks with one key', async () => {
    const { api, user } = renderWithApi(<PromptForm />, generated);
    await user.type(field(), idea);
    fireEvent.click(submit());
    fireEvent.click(submit());
    await waitFor(() => {
      expect(visited).toHaveLength(1);
    });
    const keys = api.calls
      .filter(({ path }) => path === 'generate')
      .map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('keeps the text and the key when the server does not answer, and both serve the next try', async () => {
    let isDown = true;
    const { api, user } = renderWithApi(<PromptForm />, {
      generate: () => {
        if (isDown) throw refusal('database.unavailable');
        return { jobId, status: 'queued' };
      },
    });
    await user.type(field(), idea);
    await user.click(submit());
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The database does not answer',
    );
    expect(field().value).toBe(idea);
    expect(sessionStorage.getItem('hatchr.prompt')).toBe(idea);
    isDown = false;
    await user.click(submit());
    await waitFor(() => {
      expect(visited).toHaveLength(1);
    });
    const keys = api.calls
      .filter(({ path }) => path === 'generate')
      .map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('takes a new key once the text has changed', async () => {
    const { api, user } = renderWithApi(<PromptForm />, {
      generate: () => {
        throw refusal('job.too_many_active');
      },
    });
    await user.type(field(), 'first idea{Enter}');
    await screen.findByText(/several jobs running/);
    await user.type(field(), ' changed{Enter}');
    await waitFor(() => {
      expect(api.calls.filter(({ path }) => path === 'generate')).toHaveLength(2);
    });
    const [first, second] = api.calls
      .filter(({ path }) => path === 'generate')
      .map(({ input }) => (input as { idempotencyKey: string }).idempotencyKey);
    expect(first).not.toBe(second);
  });

  it('finds the text again after a reload', async () => {
    sessionStorage.setItem('hatchr.prompt', idea);
    renderWithApi(<PromptForm />, generated);
    await screen.findByRole('button', { name: /Concordium/ });
    expect(field().value).toBe(idea);
  });

  it.each([
    { what: 'two letters', text: 'ab', words: 'at least 3 characters' },
    { what: '2,001 letters', text: 'x'.repeat(2001), words: 'more than 2,000 characters' },
    { what: 'a bell', text: 'bell\u0007 ringer', words: 'invisible control characters' },
  ])('refuses $what in words before asking the server', async ({ text, words }) => {
    const { api } = renderWithApi(<PromptForm />, generated);
    fireEvent.change(field(), { target: { value: text } });
    fireEvent.click(submit());
    expect((await screen.findByRole('alert')).textContent).toContain(words);
    expect(api.calls.some(({ path }) => path === 'generate')).toBe(false);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  it('counts near the limit only, in characters of any script', () => {
    const { container } = renderWithApi(<PromptForm />, generated);
    const count = () => container.querySelector('output')?.textContent;
    fireEvent.change(field(), { target: { value: '鳥'.repeat(1799) } });
    expect(count()).toBe('');
    fireEvent.change(field(), { target: { value: '🐣'.repeat(1900) } });
    expect(count()).toBe('1,900 / 2,000');
  });

  it('fills in an example and lets any script choose its direction', async () => {
    const { user } = renderWithApi(<PromptForm />, generated);
    await user.click(screen.getByRole('button', { name: idea }));
    expect(field().value).toBe(idea);
    expect(field().getAttribute('dir')).toBe('auto');
  });

  it('explains Concordium verification in the words of the server', async () => {
    const { user } = renderWithApi(<PromptForm />, generated);
    await user.click(await screen.findByRole('button', { name: 'Concordium: not verified' }));
    expect(screen.getByRole('dialog').textContent).toContain('jobs run unverified');
  });
});
