import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { chromium } from 'playwright';
import type { BrowserSettings } from './browser-process.js';
import { disabledFeatures } from './disabled-features.js';
import { findInstalledBrowser } from './installed-browser.fixture.js';

jest.setTimeout(60_000);

let settings: BrowserSettings;

beforeAll(async () => {
  settings = await findInstalledBrowser();
  // A machine without any browser unpacks or downloads one first.
}, 240_000);

describe('the features that are switched off', () => {
  it('are all that Playwright switches off, and more', async () => {
    const { executablePath, args = [], env = {} } = settings;
    const server = await chromium.launchServer({ executablePath, args: [...args], env });
    const switches = server.process().spawnargs;
    await server.close();
    const [prefix, ofPlaywright] = ['--disable-features=', new Set<string>()];
    for (const one of switches.filter((text) => text.startsWith(prefix)))
      for (const name of one.slice(prefix.length).split(',')) ofPlaywright.add(name);
    expect(ofPlaywright.size).toBeGreaterThan(0);
    expect([...ofPlaywright].filter((name) => !disabledFeatures.includes(name))).toEqual([]);
    expect(disabledFeatures.length).toBeGreaterThan(ofPlaywright.size);
  });
});
