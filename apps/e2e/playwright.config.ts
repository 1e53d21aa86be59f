import { defineConfig, devices } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/* eslint-disable no-restricted-properties -- what tools/test.mjs found out about the browser arrives as environment */
const { HATCHR_BROWSER, HATCHR_BROWSER_ARGS, HATCHR_E2E_DATA, HATCHR_E2E_PORT } = process.env;

const root = fileURLToPath(new URL('../..', import.meta.url));
const port = Number(HATCHR_E2E_PORT ?? 3471);
// The configuration is read again in every worker; all of them must name the same folder.
const dataDir = HATCHR_E2E_DATA ?? mkdtempSync(path.join(os.tmpdir(), 'hatchr-e2e-'));
process.env.HATCHR_E2E_DATA = dataDir;

/** The built product, started as a new user starts it, on a data folder of its own. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e.ts',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  fullyParallel: false,
  workers: 1,
  retries: 0,
  forbidOnly: true,
  outputDir: path.join(dataDir, 'results'),
  use: {
    baseURL: `http://localhost:${port}`,
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
  projects: [
    {
      name: 'chromium',
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
  ],
  webServer: {
    command: 'node tools/run.mjs start',
    cwd: root,
    url: `http://127.0.0.1:${port}/health/ready`,
    timeout: 300_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 40_000 },
    stdout: 'ignore',
    stderr: 'pipe',
    env: {
      PORT: String(port),
      HATCHR_DATA: dataDir,
      // The installed dependencies of generated apps are the same for all: one folder serves every run.
      GENERATOR_KIT_DIR: path.join(root, '.hatchr/kit'),
    },
  },
});
