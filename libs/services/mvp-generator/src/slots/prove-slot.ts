import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { linter, typeCheck, type KitProgram } from '../gates/kit-tools.js';
import type { BuildSlot } from '../gates/build-slot.js';
import { runCommand } from '../gates/run-command.js';
import type { ProcessLimits } from '../gates/watch-processes.js';
import type { CodeSlot } from './code-slot.js';

/** What the code of a slot may use while it is tried: a rule over a few rows needs a tenth of it. */
const limits: ProcessLimits = { processes: 40, memoryMb: 1200, diskMb: 50, cpuSeconds: 20 };
const timeoutMs = 40_000;
// The test runner alone takes a third of it.
const heapMb = 600;
const longestErrors = 3000;

const compilerSettings = 'slot.tsconfig.json';
const testSettings = 'slot.vitest.mjs';

// Without the database that the tests of the app open first.
const vitestConfig = `import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  cacheDir: process.env.SLOT_SCRATCH,
  css: { postcss: {} },
  test: { include: ['tests/**/*.test.ts'], testTimeout: 10_000, pool: 'threads', maxWorkers: 1, isolate: false },
});
`;

/** Where a slot is tried: a folder with the rest of its app, and the installed dependencies. */
export interface TryOut {
  build: BuildSlot;
  kitFolder: string;
  signal: AbortSignal;
}

/** Puts what trying a slot needs beside the app, once for all of its rounds. */
export async function prepareTryOut({ build }: TryOut, slot: CodeSlot): Promise<void> {
  const files = [slot.path, slot.test.path, ...slot.contract.map(({ path }) => path)];
  const settings = { extends: './tsconfig.json', include: [], files: ['next-env.d.ts', ...files] };
  await writeFile(join(build.folder, compilerSettings), JSON.stringify(settings));
  await writeFile(join(build.folder, testSettings), vitestConfig);
}

/** The checks in the order in which their errors help: types, rules of style, then the test. */
function programs({ kitFolder, build }: TryOut, slot: CodeSlot): (KitProgram & { name: string })[] {
  const [types, style] = [typeCheck(kitFolder), linter(kitFolder)];
  const vitest = join(kitFolder, 'node_modules', 'vitest', 'vitest.mjs');
  const settings = ['--configLoader', 'native', '--config', testSettings];
  return [
    { ...types, name: 'Types', args: [...types.args, '-p', compilerSettings] },
    { ...style, name: 'Rules of style', args: [...style.args, slot.path] },
    {
      name: 'Test',
      command: process.execPath,
      args: [vitest, 'run', ...settings, slot.test.path],
      env: { NODE_ENV: 'test', NO_COLOR: '1', SLOT_SCRATCH: join(build.scratch, 'vite') },
    },
  ];
}

/** What a person or a model can do something with: no folders of this machine, and not too much of it. */
const tidy = (output: string, { build, kitFolder }: TryOut): string =>
  output
    .replaceAll(`${build.folder}/`, '')
    .replaceAll(build.folder, '')
    .replaceAll(kitFolder, '')
    .replaceAll(build.scratch, '')
    .replace(/\n{3,}/gu, '\n\n')
    .slice(0, longestErrors);

/**
 * Tries a source in the contained process: no network, nothing written but its own folder, and limits on time, memory,
 * processes and disk. The errors of the first check that it fails, or null when it passes all. Throws on abort.
 */
export async function proveSlot(
  source: string,
  slot: CodeSlot,
  tryOut: TryOut,
): Promise<string | null> {
  const { build, signal } = tryOut;
  await writeFile(join(build.folder, slot.path), source);
  for (const { name, command, args, env = {} } of programs(tryOut, slot)) {
    const result = await runCommand({
      command,
      args,
      cwd: build.folder,
      home: build.scratch,
      env: { NODE_OPTIONS: `--max-old-space-size=${String(heapMb)}`, ...env },
      hidden: build.hidden,
      signal,
      timeoutMs,
      limits,
    });
    signal.throwIfAborted();
    if (result.outcome === 'timed_out')
      return `${name}: not finished in time; is there a loop without an end?`;
    if (result.outcome === 'limited') return `${name}: stopped, because it used too much.`;
    if (result.code !== 0) return `${name}:\n${tidy(result.output, tryOut)}`;
  }
  return null;
}
