import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { transform } from '@swc/core';

const sources = fileURLToPath(new URL('../', import.meta.url));
const nodeModules = fileURLToPath(new URL('../../../../../node_modules', import.meta.url));

/**
 * Runs `script` (an ES module that imports from `./src/`) in a Node process of its own, for what one process cannot
 * show: another time zone, a small heap. Gives what it prints.
 */
export async function runInChild(
  script: string,
  options: { env?: Record<string, string>; nodeArguments?: string[] } = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'packaging-child-'));
  try {
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await symlink(nodeModules, join(folder, 'node_modules'), 'junction');
    await transpileSources(join(folder, 'src'));
    await writeFile(join(folder, 'run.js'), script);
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...(options.nodeArguments ?? []), 'run.js'],
      { cwd: folder, env: options.env ?? {} },
    );
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function transpileSources(target: string): Promise<void> {
  for (const name of await readdir(sources, { recursive: true })) {
    if (!name.endsWith('.ts') || name.endsWith('.spec.ts')) continue;
    const { code } = await transform(await readFile(join(sources, name), 'utf8'), {
      swcrc: false,
      module: { type: 'es6' },
      jsc: {
        target: 'es2023',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    });
    const path = join(target, name.replace(/\.ts$/u, '.js'));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, code);
  }
}
