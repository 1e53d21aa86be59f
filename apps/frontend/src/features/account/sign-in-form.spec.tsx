import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { visited } from '../../../test/fake-navigation';
import { renderWithApi } from '../../../test/render-with-api';
import { SignInForm } from './sign-in-form';

interface Sent {
  url: string;
  body: unknown;
}

/** Stands in for the network: records what is sent and gives one answer to all of it. */
function answerWith(status: number, body: unknown): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = ((url: string, init: RequestInit) => {
    sent.push({ url, body: JSON.parse(init.body as string) as unknown });
    return Promise.resolve({
      ok: status < 400,
      status,
      json: () => Promise.resolve(body),
    });
  }) as unknown as typeof fetch;
  return sent;
}

describe('signing in', () => {
  beforeEach(() => {
    visited.length = 0;
  });
  afterEach(cleanup);

  it('creates an account and goes to the projects that came along', async () => {
    const sent = answerWith(200, {});
    const { user } = renderWithApi(<SignInForm />);
    await user.click(screen.getByRole('tab', { name: 'Create account' }));
    await user.type(screen.getByLabelText('Name'), 'Ada');
    await user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'correct horse');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    await waitFor(() => {
      expect(visited).toEqual(['/projects']);
    });
    expect(sent).toEqual([
      {
        url: '/api/auth/sign-up/email',
        body: { name: 'Ada', email: 'ada@example.com', password: 'correct horse' },
      },
    ]);
  });

  it('says in words why the server refused, and keeps what was typed', async () => {
    answerWith(401, { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid' });
    const { user } = renderWithApi(<SignInForm />);
    await user.type(screen.getByLabelText('Email'), 'ada@example.com');
    await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
    expect(await screen.findByText(/do not match an account/)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Email').value).toBe('ada@example.com');
    expect(visited).toEqual([]);
  });

  it('names each field that is wrong, and goes to the first', async () => {
    const sent = answerWith(200, {});
    const { user } = renderWithApi(<SignInForm />);
    await user.click(screen.getByRole('tab', { name: 'Create account' }));
    await user.type(screen.getByLabelText('Password'), 'short');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
    expect(screen.getByText(/Type an email address/)).toBeTruthy();
    expect(screen.getByText('Use at least 8 characters.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
    expect(sent).toEqual([]);
  });
});
