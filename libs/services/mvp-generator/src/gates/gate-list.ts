import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { productSpecSchema } from '@hatchr/contracts';
import { findFileProblems } from './check-files.js';
import { databaseImage } from './ensure-kit.js';
import { failed, passed, type Gate, type GateVerdict, type SlotGateInput } from './gate.js';
import {
  briefProgram,
  compiledTools,
  linter,
  nativeCompiler,
  typeCheck,
  type KitProgram,
} from './kit-tools.js';
import { measureFirstLoad } from './measure-first-load.js';
import { measureFiles } from './measure-files.js';
import { probeDatabase } from './probe-database.js';
import { runCommand } from './run-command.js';
import { scanSecrets } from './scan-secrets.js';
import { smokeApp } from './smoke-app.js';

async function runProgram(
  input: SlotGateInput,
  program: KitProgram,
  success: (output: string) => string,
): Promise<GateVerdict> {
  const result = await runCommand({
    ...program,
    cwd: input.slot.folder,
    home: input.slot.scratch,
    hidden: input.slot.hidden,
    signal: input.signal,
    timeoutMs: input.timeoutMs,
  });
  input.signal.throwIfAborted();
  if (result.outcome === 'timed_out')
    return failed(
      `Not finished within ${String(Math.round(input.timeoutMs / 1000))} s.\n${result.output}`,
    );
  return result.code === 0 ? passed(success(result.output)) : failed(result.output);
}

const lineWith = (output: string, word: string): string =>
  output
    .split('\n')
    .find((line) => line.includes(word))
    ?.replace(/\s+/gu, ' ')
    .trim() ?? 'All passed.';

/** An error inside the bundler says nothing of the app, and what it has cached breaks every build after it. */
const bundlerError = 'TurbopackInternalError';

/** The production build. Next.js would check the types with the slow compiler; the native one does that afterwards. */
async function buildApp(input: SlotGateInput): Promise<GateVerdict> {
  const native = nativeCompiler(input.kitFolder);
  const build = {
    command: process.execPath,
    args: [join(input.kitFolder, 'node_modules', 'next', 'dist', 'bin', 'next'), 'build'],
    env: { ...compiledTools(input.slot), ...(native ? { CHECK_BUILD: '1' } : {}) },
  };
  const detail = 'Built without settings and without a network.';
  const built = await runProgram(input, build, () => detail);
  if (built.passed || !built.detail.includes(bundlerError)) return built;
  await rm(join(input.slot.folder, '.next'), { recursive: true, force: true });
  return runProgram(input, build, () => detail);
}

/** Every gate that an app passes before it is packaged, in the order of the report; those of a slot run side by side. */
export const gateList: readonly Gate[] = [
  {
    name: 'schema',
    label: 'The specification is complete and consistent',
    needsKit: false,
    run: ({ spec }) => {
      const result = productSpecSchema.safeParse(spec);
      return result.success
        ? passed(
            `${String(spec.entities.length)} kinds of rows, ${String(spec.flows.length)} flows, ${String(spec.pages.length)} pages.`,
          )
        : failed(result.error.message);
    },
  },
  {
    name: 'files',
    label: 'Paths are safe and imports are pinned',
    needsKit: false,
    run: ({ files }) => {
      const problems = findFileProblems(files);
      return problems.length === 0
        ? passed(`${String(files.length)} files.`)
        : failed(problems.slice(0, 20).join('\n'));
    },
  },
  {
    name: 'secrets',
    label: 'No key or password is in the files',
    needsKit: false,
    run: async ({ files }) => {
      const problems = await scanSecrets(files);
      return problems.length === 0
        ? passed('Nothing was found.')
        : failed(problems.slice(0, 20).join('\n'));
    },
  },
  {
    name: 'size',
    label: 'The app is small enough to read and to send',
    needsKit: false,
    run: ({ files }) => {
      const { bytes, problems, ...measured } = measureFiles(files);
      return problems.length === 0
        ? passed(`${String(measured.files)} files, ${String(Math.round(bytes / 1000))} kB.`)
        : failed(problems.slice(0, 20).join('\n'));
    },
  },
  {
    name: 'database',
    label: 'The database keeps each account to its own rows',
    needsKit: true,
    seconds: 1,
    run: probeDatabase,
  },
  {
    name: 'lint',
    label: 'The code follows its own style rules',
    needsKit: true,
    seconds: 0.2,
    run: (input) =>
      runProgram(input, linter(input.kitFolder), (output) => lineWith(output, 'Checked ')),
  },
  {
    name: 'tests',
    label: 'Forms, flows and row level security pass their tests',
    needsKit: true,
    seconds: 2.3,
    run: (input) => {
      const image = databaseImage(input.kitFolder);
      return runProgram(
        input,
        {
          command: process.execPath,
          args: [
            ...briefProgram,
            join(input.kitFolder, 'node_modules', 'vitest', 'vitest.mjs'),
            'run',
            '--reporter=dot',
            // Bundling the settings first would write a file beside the dependencies, which are read-only here.
            '--configLoader',
            process.features.typescript ? 'native' : 'runner',
            // Most of an app's modules are those of the app before.
            '--experimental.fsModuleCache',
            `--experimental.fsModuleCachePath=${join(input.slot.folder, '.next', 'cache', 'tests')}`,
          ],
          env: {
            NODE_ENV: 'test',
            NO_COLOR: '1',
            // The build reads the folder of the app at the same time, so nothing may come and go in it.
            DATA_DIR: join(input.slot.scratch, 'test-data'),
            ...compiledTools(input.slot),
            ...(image ? { TEST_DATABASE_IMAGE: image } : {}),
          },
        },
        (output) => lineWith(output, 'Tests '),
      );
    },
  },
  {
    name: 'build',
    label: 'The production build succeeds',
    needsKit: true,
    seconds: 8,
    isOfBuild: true,
    run: buildApp,
  },
  {
    name: 'typecheck',
    label: 'The code type-checks',
    needsKit: true,
    seconds: 1,
    // It also checks the types of the routes that a build writes.
    after: 'build',
    run: (input) => runProgram(input, typeCheck(input.kitFolder), () => 'No type error.'),
  },
  {
    name: 'first-load',
    label: 'The landing page loads little script',
    needsKit: true,
    seconds: 0.1,
    after: 'build',
    isOfBuild: true,
    run: ({ slot }) => measureFirstLoad(slot.folder),
  },
  {
    name: 'smoke',
    label: 'The built app starts, every page answers and accounts work',
    needsKit: true,
    seconds: 4,
    after: 'build',
    isOfBuild: true,
    run: smokeApp,
  },
];
