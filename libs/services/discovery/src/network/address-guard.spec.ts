import { describe, expect, it } from '@jest/globals';
import { AddressGuard } from './address-guard.js';
import { isPublicAddress } from './public-address.js';
import { foreignSchemes, ssrfAttempts } from './ssrf-attempts.fixture.js';

const publicAnswer = [{ address: '93.184.215.14', family: 4 }];

describe('AddressGuard', () => {
  it('knows at least 60 attempts', () => {
    expect(new Set(ssrfAttempts.map(({ url }) => url)).size).toBeGreaterThanOrEqual(60);
  });

  it.each(ssrfAttempts)('refuses $name: $url', async ({ url, addresses }) => {
    const guard = new AddressGuard({
      resolve: () =>
        Promise.resolve(
          (addresses ?? ['93.184.215.14']).map((address) => ({
            address,
            family: address.includes(':') ? 6 : 4,
          })),
        ),
    });
    const attempt = async () => {
      const checked = guard.checkUrl(url);
      await guard.resolve(checked.hostname, checked.protocol === 'https:' ? 443 : 80);
    };
    await expect(attempt()).rejects.toMatchObject({ kind: 'refused_address' });
  });

  it.each(foreignSchemes)('refuses what is not of the web: %s', (url) => {
    expect(() => new AddressGuard().checkUrl(url)).toThrow(
      expect.objectContaining({ kind: 'refused_address' }),
    );
  });

  it.each(['93.184.215.14', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:82b::200e'])(
    'lets the public address %s through',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('lets a public name through with every address it has', async () => {
    const guard = new AddressGuard({ resolve: () => Promise.resolve(publicAnswer) });
    expect(guard.checkUrl('https://shop.example/pricing').hostname).toBe('shop.example');
    await expect(guard.resolve('shop.example', 443)).resolves.toEqual(publicAnswer);
  });

  it('exempts only the exact host and port of an allow-list', () => {
    const guard = new AddressGuard({ allowHosts: ['127.0.0.1:4100'] });
    expect(guard.checkUrl('http://127.0.0.1:4100/a').port).toBe('4100');
    for (const other of [
      'http://127.0.0.1:4101/',
      'http://127.0.0.1/',
      'http://localhost:4100/',
      'http://127.0.0.2:4100/',
    ])
      expect(() => guard.checkUrl(other)).toThrow(
        expect.objectContaining({ kind: 'refused_address' }),
      );
  });

  it('takes an allow-listed test name for this machine and asks no resolver', async () => {
    const guard = new AddressGuard({
      allowHosts: ['tidepool.test:4100'],
      resolve: () => Promise.reject(new Error('no resolver here')),
    });
    await expect(guard.resolve('tidepool.test', 4100)).resolves.toEqual([
      { address: '127.0.0.1', family: 4 },
    ]);
  });

  it('exempts a private address that the operator configured, on its own port', async () => {
    const guard = new AddressGuard({
      operatorOrigins: ['http://searx.internal:8080'],
      resolve: () => Promise.resolve([{ address: '10.0.0.5', family: 4 }]),
    });
    expect(guard.checkUrl('http://searx.internal:8080/search').host).toBe('searx.internal:8080');
    await expect(guard.resolve('searx.internal', 8080)).resolves.toHaveLength(1);
    expect(() => guard.checkUrl('http://searx.internal/')).toThrow(
      expect.objectContaining({ kind: 'refused_address' }),
    );
  });

  it('says unavailable where a name does not resolve', async () => {
    const guard = new AddressGuard({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    await expect(guard.resolve('gone.example', 443)).rejects.toMatchObject({ kind: 'unavailable' });
  });
});
