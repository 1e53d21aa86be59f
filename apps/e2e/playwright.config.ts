import { defineConfig, devices } from '@playwright/test';
import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/* eslint-disable no-restricted-properties -- what tools/test.mjs found out about the browser arrives as environment */
const { HATCHR_BROWSER, HATCHR_BROWSER_ARGS, HATCHR_E2E_DATA, HATCHR_E2E_PORT } = process.env;

const root = fileURLToPath(new URL('../..', import.meta.url));
const firstPort = Number(HATCHR_E2E_PORT ?? 3471);
// The configuration is read again in every worker; all of them must name the same folder.
const dataDir = HATCHR_E2E_DATA ?? mkdtempSync(path.join(os.tmpdir(), 'hatchr-e2e-'));
process.env.HATCHR_E2E_DATA = dataDir;
chmodSync(dataDir, 0o755);

/**
 * Two instances of the built product, each started as a new user starts it, on a data folder of its own. One proves
 * every app that it generates, which takes most of a minute; the other leaves that out, for the tests of the pages.
 */
const instances = {
  proving: { port: firstPort, gates: 'full', tests: 'proven-kit.e2e.ts' },
  pages: { port: firstPort + 1, gates: 'off', tests: /(?<!proven-kit)\.e2e\.ts$/ },
};

export default defineConfig({
  testDir: 'src',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: path.join(dataDir, 'results'),
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(HATCHR_BROWSER ? { executablePath: HATCHR_BROWSER } : {}),
      args: [
        ...(HATCHR_BROWSER_ARGS ? (JSON.parse(HATCHR_BROWSER_ARGS) as string[]) : ['--no-sandbox']),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: Object.entries(instances).map(([name, { port, tests }]) => ({
    name,
    testMatch: tests,
    use: { baseURL: `http://localhost:${port}` },
  })),
  webServer: Object.entries(instances).map(([name, { port, gates }]) => ({
    name,
    command: 'node tools/run.mjs start',
    cwd: root,
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 40_000 },
    stdout: 'ignore' as const,
    stderr: 'pipe' as const,
    env: {
      PORT: String(port),
      HATCHR_DATA: path.join(dataDir, name),
      GENERATOR_GATES: gates,
      // A second of video is enough to see that it plays.
      LAUNCH_VIDEO: 'draft',
      // Tests ask nobody outside this machine.
      DISCOVERY_NETWORK: 'off',
      // The installed dependencies of generated apps are the same for all: one folder serves every run.
      GENERATOR_KIT_DIR: path.join(root, '.hatchr/kit'),
    },
  })),
});
