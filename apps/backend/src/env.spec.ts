import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DiscoveryService } from '@hatchr/discovery';
import { ConfigError, envSchema, loadConfig } from './env.js';
import { DiscoveryStep } from './jobs/steps/discovery.step.js';

const minimal = { DATABASE_URL: 'postgres://hatchr:hatchr@127.0.0.1:5432/hatchr' };

describe('the configuration', () => {
  it('needs a database and nothing else', () => {
    const config = loadConfig(minimal);
    expect(config).toMatchObject({ role: 'all', http: { port: 3000, host: '127.0.0.1' } });
    expect(path.isAbsolute(config.generator.kitDir)).toBe(true);
  });

  it('reports every problem at once, by name and never by value', () => {
    const wrong = {
      DATABASE_URL: 'mysql://root:hunter2@db',
      PORT: '99999',
      HATCHR_SECRET: 'hunter2',
    };
    let message = '';
    try {
      loadConfig(wrong);
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      message = String(error);
    }
    for (const name of Object.keys(wrong)) expect(message).toContain(name);
    expect(message).not.toContain('hunter2');
  });

  it('leaves research no more time than its step has', () => {
    const service = Object.create(DiscoveryService.prototype) as DiscoveryService;
    const longest = { DISCOVERY_SEARCH_SECONDS: '15', DISCOVERY_PAGES_SECONDS: '40' };
    const { search, pagesSeconds } = loadConfig({ ...minimal, ...longest }).discovery;
    const seconds = Number(search?.seconds) + Number(pagesSeconds);
    expect(seconds * 1000).toBeLessThan(new DiscoveryStep(service).timeLimitMs);
    for (const name of Object.keys(longest))
      expect(() => loadConfig({ ...minimal, ...longest, [name]: '41' })).toThrow(name);
  });

  it('asks for the identity attributes that it knows, where a chain can answer, and for none by itself', () => {
    const of = (CONCORDIUM_ATTRIBUTES: string, CONCORDIUM_NODE_URL = 'http://localhost:20000') =>
      loadConfig({ ...minimal, CONCORDIUM_ATTRIBUTES, CONCORDIUM_NODE_URL }).proofs.attributes;
    expect(of(' adult,country ')).toEqual(['adult', 'country']);
    expect(of('')).toEqual([]);
    for (const wrong of [() => of('adult,name'), () => of('adult', '')])
      expect(wrong).toThrow('CONCORDIUM_ATTRIBUTES');
  });

  it('takes an empty variable as not set', () => {
    expect(loadConfig({ ...minimal, PORT: '', PUBLIC_URL: '' }).http).toMatchObject({ port: 3000 });
  });

  it('is listed in .env.example, name by name, with its defaults', () => {
    const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
    const listed = Object.fromEntries(
      [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
    );
    expect(Object.keys(listed).sort()).toEqual(Object.keys(envSchema.shape).sort());
    const defaults = loadConfig(minimal);
    expect(loadConfig({ ...listed, ...minimal })).toEqual(defaults);
  });
});
