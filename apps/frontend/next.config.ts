import path from 'node:path';
import type { NextConfig } from 'next';

// Set here so that no way of starting Next reports usage to anyone.
// eslint-disable-next-line no-restricted-properties
process.env.NEXT_TELEMETRY_DISABLED = '1';

const workspaceRoot = path.join(import.meta.dirname, '../..');

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Whoever makes a preview of a shared link reads the head and runs no script: its tags are there for all.
  htmlLimitedBots: /.*/,
  outputFileTracingRoot: workspaceRoot,
  turbopack: { root: workspaceRoot },
};

export default config;
