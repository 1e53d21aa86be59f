import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      'server-only': fileURLToPath(new URL('./tests/empty.ts', import.meta.url)),
    },
  },
  // No test looks at styles, and loading what makes them takes longer than most tests.
  css: { postcss: {} },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One worker for all files: opening the database takes longer than running every test on it.
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
  },
});
