import { describe, expect, it } from '@jest/globals';
import { NetworkError, type NetworkErrorKind } from './network.errors.js';
import { ProviderPolicy, type ProviderPolicyOptions } from './provider-policy.js';

const policy = (more: Partial<ProviderPolicyOptions> = {}) =>
  new ProviderPolicy({ name: 'Finder', timeoutMs: 5_000, firstPauseMs: 1, ...more });

/** A provider that fails as it is told, once for each entry, and then answers. */
function provider(failures: readonly (NetworkErrorKind | [NetworkErrorKind, number])[]) {
  const rest = [...failures];
  const calls = { count: 0 };
  const call = () => {
    calls.count += 1;
    const next = rest.shift();
    if (next === undefined) return Promise.resolve('found');
    const [kind, retryAfter] = typeof next === 'string' ? [next, undefined] : next;
    const facts = retryAfter === undefined ? {} : { retryAfter };
    return Promise.reject(new NetworkError(kind, 'Finder failed.', facts));
  };
  return { call, calls };
}

describe('ProviderPolicy', () => {
  it('asks again after what may pass', async () => {
    const { call, calls } = provider(['unavailable', 'timeout']);
    await expect(policy().execute(call)).resolves.toBe('found');
    expect(calls.count).toBe(3);
  });

  it('gives the last failure when the attempts are used up', async () => {
    const { call, calls } = provider(['unavailable', 'unavailable', 'rate_limited']);
    await expect(policy().execute(call)).rejects.toMatchObject({ kind: 'rate_limited' });
    expect(calls.count).toBe(3);
  });

  it.each(['unauthorized', 'forbidden', 'rejected', 'malformed', 'refused_address'] as const)(
    'does not ask again after %s',
    async (kind) => {
      const { call, calls } = provider([kind]);
      await expect(policy().execute(call)).rejects.toMatchObject({ kind });
      expect(calls.count).toBe(1);
    },
  );

  it('waits for a short Retry-After and not for a long one', async () => {
    const short = provider([['rate_limited', 0]]);
    await expect(policy().execute(short.call)).resolves.toBe('found');
    const long = provider([['rate_limited', 3600]]);
    await expect(policy().execute(long.call)).rejects.toMatchObject({ retryAfter: 3600 });
    expect(long.calls.count).toBe(1);
  });

  it('leaves a provider alone that keeps failing, and tries it again later', async () => {
    const { call, calls } = provider(['unavailable', 'unavailable']);
    const careful = policy({ retries: 0, breaker: { failures: 2, openMs: 40 } });
    await expect(careful.execute(call)).rejects.toThrow('Finder failed.');
    await expect(careful.execute(call)).rejects.toThrow('Finder failed.');
    await expect(careful.execute(call)).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'Finder failed too often and is left alone for now.',
    });
    expect(calls.count).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await expect(careful.execute(call)).resolves.toBe('found');
  });

  it('says timeout when the time for everything is up, and aborts the call', async () => {
    let aborted = false;
    const hang = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          aborted = true;
          reject(new NetworkError('cancelled', 'stopped'));
        });
      });
    await expect(policy({ timeoutMs: 30 }).execute(hang)).rejects.toMatchObject({
      kind: 'timeout',
    });
    expect(aborted).toBe(true);
  });

  it('stops in the middle of a pause when the caller does', async () => {
    const controller = new AbortController();
    const { call, calls } = provider(['unavailable', 'unavailable', 'unavailable']);
    const pending = policy({ firstPauseMs: 60_000, timeoutMs: 120_000 }).execute(
      call,
      controller.signal,
    );
    setTimeout(() => {
      controller.abort();
    }, 10);
    await expect(pending).rejects.toMatchObject({ kind: 'cancelled' });
    expect(calls.count).toBe(1);
  });

  it('does not call at all for a signal that is aborted already', async () => {
    const { call, calls } = provider([]);
    await expect(policy().execute(call, AbortSignal.abort())).rejects.toMatchObject({
      kind: 'cancelled',
    });
    expect(calls.count).toBe(0);
  });
});
