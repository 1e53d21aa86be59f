import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { BuildSlot } from './build-slot.js';

/** A program of the kit as `runCommand` takes it. */
export interface KitProgram {
  command: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/**
 * Flags of Node.js for programs that open a database and end after seconds. Optimising its WebAssembly and their
 * scripts would be ready when it is no longer needed, and collecting in small steps on threads of its own takes the
 * processor from the gate beside it: a sixth of the processor time of both gates in all.
 */
export const briefProgram = [
  '--liftoff-only',
  '--wasm-lazy-validation',
  '--no-opt',
  '--single-threaded-gc',
  '--min-semi-space-size=16',
  '--max-semi-space-size=32',
];

/**
 * Compiled code of the tools that every app is checked with; Node.js from version 22 on reads it. It lies beside the
 * bundler's cache in the slot, since an app can write nowhere else.
 */
export const compiledTools = ({ folder }: Pick<BuildSlot, 'folder'>): Record<string, string> => ({
  NODE_COMPILE_CACHE: join(folder, '.next', 'cache', 'compiled'),
});

const executable = process.platform === 'win32' ? '.exe' : '';
const system = `${process.platform}-${process.arch}`;

const firstThatExists = (paths: readonly string[]): string | undefined =>
  paths.find((path) => existsSync(path));

/** The native compiler that came with the kit, when there is one for this system. */
export const nativeCompiler = (kitFolder: string): string | undefined =>
  firstThatExists([
    join(
      kitFolder,
      'tools/node_modules/@typescript',
      `typescript-${system}`,
      `lib/tsc${executable}`,
    ),
  ]);

// One check fills 300 MB and ends; collecting what it leaves takes half of its processor time. Only a program of
// types that fills more than this is collected (Go, package runtime: GOGC and GOMEMLIMIT). Another gate runs beside it,
// which takes longer and needs the other half of the processors.
const compilerSettings = {
  GOGC: 'off',
  GOMEMLIMIT: '1500MiB',
  GOMAXPROCS: String(Math.ceil(availableParallelism() / 2)),
};

/** The type check, by the native compiler of the kit or by that of the app. */
export function typeCheck(kitFolder: string): KitProgram {
  const args = ['--noEmit', '--pretty', 'false', '--incremental', 'false'];
  const native = nativeCompiler(kitFolder);
  // Each further checker checks the shared types again: twice the work to be a tenth sooner with one processor free.
  if (native) return { command: native, args: [...args, '--checkers', '1'], env: compilerSettings };
  const script = join(kitFolder, 'node_modules', 'typescript', 'bin', 'tsc');
  return { command: process.execPath, args: [script, ...args] };
}

/** The linter of the app. The script that finds its program is left out where the program is where it looks. */
export function linter(kitFolder: string): KitProgram {
  const packages = join(kitFolder, 'node_modules', '@biomejs');
  const args = ['lint', '--error-on-warnings', '--colors=off'];
  // npm installs the one package of them that fits the C library of this system.
  const native = firstThatExists(
    [`cli-${system}`, `cli-${system}-musl`].map((name) =>
      join(packages, name, `biome${executable}`),
    ),
  );
  if (native) return { command: native, args };
  return { command: process.execPath, args: [join(packages, 'biome', 'bin', 'biome'), ...args] };
}
