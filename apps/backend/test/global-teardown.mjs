import { rmSync } from 'node:fs';

export default async function globalTeardown() {
  const started = globalThis.__HATCHR_TEST_POSTGRES__;
  if (!started) return;
  await started.postgres.stop({ isImmediate: true });
  rmSync(started.baseDir, { recursive: true, force: true });
}
