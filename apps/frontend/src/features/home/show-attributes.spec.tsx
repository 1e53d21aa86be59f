import { afterEach, describe, expect, it } from '@jest/globals';
import type { Account } from '@hatchr/contracts';
import { cleanup, screen } from '@testing-library/react';
import { phone } from '../../../test/fake-wallet-connectors';
import { refusal } from '../../../test/fake-links';
import { guest } from '../../../test/fixtures/fixture-api';
import { renderWithApi } from '../../../test/render-with-api';
import { IdentityControl } from './identity-control';

const address = '3e8w2a9KsfNjc5Le66Sh4P72924FFeS3A4icjXVFaKW3UW78Fs';
const founder = (change: Partial<Account['identity']> = {}): Account => ({
  ...guest,
  identity: {
    ...guest.identity,
    network: 'testnet',
    isVerified: true,
    address,
    offeredAttributes: ['adult'],
    ...change,
  },
});
const shown = founder({
  shownAttributes: [
    { attribute: 'adult', value: 'at least 18', shownAt: '2026-11-26T00:30:00.000Z' },
    { attribute: 'country', value: 'DK', shownAt: '2026-11-25T10:00:00.000Z' },
  ],
});
const request = { nonce: 'n', challenge: 'c', statements: [{ of: 'adult' }], expiresAt: '' };

function installWallet(account = address, present?: () => Promise<unknown>): void {
  const answer = (challenge: string, statements: unknown) =>
    Promise.resolve({ toString: () => phone.presentationOf(challenge, statements) });
  Object.assign(window, {
    concordium: {
      requestAccounts: () => Promise.resolve([account]),
      requestVerifiablePresentation: present ?? answer,
    },
  });
}

async function open(answers: Parameters<typeof renderWithApi>[1]) {
  const view = renderWithApi(<IdentityControl />, {
    'account.me': () => founder(),
    'account.startAttribute': () => request,
    'account.showAttribute': () => shown,
    'instance.about': () => ({ searchServices: [], walletConnect: null }),
    ...answers,
  });
  await view.user.click(await screen.findByRole('button', { name: /^Concordium: / }));
  return view;
}
const pressShow = async ({ user }: Awaited<ReturnType<typeof open>>) =>
  user.click(await screen.findByRole('button', { name: 'Show with the browser wallet' }));

describe('what a founder shows of their identity', () => {
  afterEach(() => {
    cleanup();
    delete (window as { concordium?: unknown }).concordium;
  });

  it('is proved by the wallet as the server asked, and shown as the server says', async () => {
    installWallet();
    const view = await open({});
    await pressShow(view);
    expect(await screen.findByText('18 or older')).toBeTruthy();
    expect(screen.getByText(/Shown by your Concordium identity on Nov 26, 2026/)).toBeTruthy();
    expect(screen.getByText('Lives in Denmark')).toBeTruthy();
    const { challenge, statements } = request;
    expect(view.api.calls.find(({ path }) => path === 'account.showAttribute')?.input).toEqual({
      attribute: 'adult',
      nonce: 'n',
      presentation: JSON.stringify({ challenge, statements }),
    });
  });

  it('is proved the same by a wallet on the phone where WalletConnect is set up', async () => {
    const walletConnect = { projectId: 'p', relayUrl: 'wss://relay.example' };
    const { user, api } = await open({
      'instance.about': () => ({ searchServices: [], walletConnect }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show with your phone' }));
    expect(await screen.findByText('18 or older')).toBeTruthy();
    expect(api.calls.find(({ path }) => path === 'account.showAttribute')?.input).toMatchObject({
      presentation: phone.presentationOf(request.challenge, request.statements),
    });
    expect(phone.isConnected).toBe(false);
  });

  it('is chosen by the person where there is more than one thing to show', async () => {
    installWallet();
    const view = await open({
      'account.me': () => founder({ offeredAttributes: ['adult', 'country'] }),
    });
    const country = await screen.findByRole('button', { name: 'Show your country' });
    expect(screen.queryByRole('button', { name: 'Show with the browser wallet' })).toBeNull();
    await view.user.click(country);
    await pressShow(view);
    expect(await screen.findByText('Lives in Denmark')).toBeTruthy();
    expect(view.api.calls.find(({ path }) => path === 'account.startAttribute')?.input).toEqual({
      attribute: 'country',
    });
  });

  it('is not asked of another account than the linked one', async () => {
    installWallet('another account');
    const view = await open({});
    await pressShow(view);
    expect(await screen.findByText(/The wallet shows another account/)).toBeTruthy();
    expect(view.api.calls.some(({ path }) => path === 'account.startAttribute')).toBe(false);
  });

  it('stays unknown when the wallet shows nothing or the server refuses', async () => {
    installWallet(address, () => Promise.reject(new Error('rejected')));
    const view = await open({
      'account.showAttribute': () => {
        throw refusal('identity.attribute_refused');
      },
    });
    await pressShow(view);
    expect(await screen.findByText(/The wallet showed nothing/)).toBeTruthy();
    installWallet();
    await pressShow(view);
    expect(await screen.findByText(/does not show what was asked/)).toBeTruthy();
    expect(screen.queryByText('18 or older')).toBeNull();
  });

  it('can be taken back', async () => {
    const { user, api } = await open({
      'account.me': () => shown,
      'account.removeAttribute': () => founder(),
    });
    await user.click(await screen.findByRole('button', { name: 'Remove: 18 or older' }));
    expect(
      await screen.findByRole('button', { name: 'Show with the browser wallet' }),
    ).toBeTruthy();
    expect(api.calls.find(({ path }) => path === 'account.removeAttribute')?.input).toEqual({
      attribute: 'adult',
    });
  });

  it('is not spoken of where the operator asks for nothing', async () => {
    await open({ 'account.me': () => founder({ offeredAttributes: [] }) });
    expect(screen.getByText(address)).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Your identity' })).toBeNull();
  });
});
