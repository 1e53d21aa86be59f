import { describe, expect, it } from '@jest/globals';
import { discoveryConfigSchema, userAgentOf } from './discovery.config.js';

const withHosts = (environment: string | undefined, allowHosts: string[]) =>
  discoveryConfigSchema.safeParse({
    network: { allowHosts, ...(environment ? { environment } : {}) },
  }).success;

describe('discoveryConfigSchema', () => {
  it('is complete without any setting, and exempts nobody', () => {
    const { network } = discoveryConfigSchema.parse({});
    expect(network).toMatchObject({ environment: 'production', allowHosts: [] });
    expect(userAgentOf(network)).toBe('HatchrBot/1.0 (self-hosted)');
    expect(userAgentOf({ botUrl: 'https://kit.example/bot' })).toBe(
      'HatchrBot/1.0 (+https://kit.example/bot)',
    );
  });

  it('exempts hosts on loopback in tests and benchmarks only', () => {
    const hosts = ['127.0.0.1:4100', '[::1]:4100', 'tidepool.test:4100', 'a.b.localhost:80'];
    expect(withHosts('test', hosts)).toBe(true);
    expect(withHosts('bench', hosts)).toBe(true);
    for (const environment of ['production', 'development', undefined])
      expect(withHosts(environment, ['127.0.0.1:4100'])).toBe(false);
  });

  it.each(['10.0.0.1:80', '127.0.0.1', 'shop.example:80', 'http://127.0.0.1:80', 'x.test.com:80'])(
    'exempts nothing else, not even in tests: %s',
    (host) => {
      expect(withHosts('test', [host])).toBe(false);
    },
  );
});
