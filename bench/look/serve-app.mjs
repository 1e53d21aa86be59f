// An app of a sentence, built as the gates build it and served on loopback.
import { silentStepContext } from '@hatchr/contracts';
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import {
  acquireSlot,
  ensureKit,
  fillSlot,
  gateList,
  pickInstallEnvironment,
  planProduct,
  startApp,
  writeApp,
} from '@hatchr/mvp-generator';
import { NestFactory } from '@nestjs/core';
import { kitDir } from '../backend.mjs';

const LIMIT_MS = 10 * 60_000;

/**
 * @typedef {object} ServedApp
 * @property {string} base address without a slash at the end
 * @property {import('@hatchr/contracts').ProductSpec} spec
 * @property {import('@hatchr/contracts').GeneratedFile[]} files
 * @property {() => string} output the end of what the app printed
 */

/** @param {AbortSignal} signal */
export async function openPlanner(signal) {
  class LookModule {}
  const app = await NestFactory.createApplicationContext(
    { module: LookModule, imports: [DiscoveryModule.register({ search: { network: 'off' } })] },
    { logger: false },
  );
  const discovery = app.get(DiscoveryService);
  return {
    /** @param {string} prompt */
    plan: async (prompt) =>
      planProduct(prompt, await discovery.discover({ prompt }, silentStepContext(signal))),
    close: () => app.close(),
  };
}

/**
 * @template T
 * @param {import('../measure.mjs').BenchContext} context
 * @param {import('@hatchr/contracts').ProductSpec} spec
 * @param {Record<string, string>} env settings of the app
 * @param {(app: ServedApp) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withServedApp({ root, signal, say }, spec, env, use) {
  const kit = await ensureKit(kitDir(root), {
    signal,
    timeoutMs: LIMIT_MS,
    environment: pickInstallEnvironment(process.env),
    log: say,
  });
  if (kit.status !== 'ready') throw new Error(kit.reason);
  const files = writeApp(spec);
  const slot = await acquireSlot(kit.folder, signal);
  try {
    await fillSlot(slot, files);
    const input = { spec, files, slot, kitFolder: kit.folder, signal, timeoutMs: LIMIT_MS };
    const built = await gateList.find(({ name }) => name === 'build')?.run(input);
    if (!built?.passed) throw new Error(`${spec.name} does not build.\n${built?.detail}`);
    const app = await startApp({ slot, kitFolder: kit.folder, signal, env });
    try {
      return await use({ base: app.base, spec, files, output: app.output });
    } catch (error) {
      throw new Error(`${spec.name} failed while it was looked at.\n${app.output()}`, {
        cause: error,
      });
    } finally {
      await app.stop();
    }
  } finally {
    await slot.release();
  }
}
