import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { linter, typeCheck } from './kit-tools.js';

const system = `${process.platform}-${process.arch}`;
const ending = process.platform === 'win32' ? '.exe' : '';

describe('programs of the kit', () => {
  let kit: string;
  beforeEach(async () => {
    kit = await mkdtemp(join(tmpdir(), 'kit-'));
  });
  afterEach(async () => {
    await rm(kit, { recursive: true, force: true });
  });
  const put = async (path: string): Promise<string> => {
    const file = join(kit, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, '');
    return file;
  };

  it.each([system, `${system}-musl`])('lints with the program for %s', async (name) => {
    const program = await put(`node_modules/@biomejs/cli-${name}/biome${ending}`);
    expect(linter(kit).command).toBe(program);
  });

  it('checks types with the native compiler where it came with the kit', async () => {
    const program = await put(
      `tools/node_modules/@typescript/typescript-${system}/lib/tsc${ending}`,
    );
    expect(typeCheck(kit).command).toBe(program);
  });

  it('checks the same with what the app itself has where there is no native program', () => {
    expect(linter(kit)).toMatchObject({
      command: process.execPath,
      args: [
        join(kit, 'node_modules/@biomejs/biome/bin/biome'),
        'lint',
        '--error-on-warnings',
        '--colors=off',
      ],
    });
    const { command, args } = typeCheck(kit);
    expect(command).toBe(process.execPath);
    expect(args[0]).toBe(join(kit, 'node_modules/typescript/bin/tsc'));
    expect(args).toContain('--noEmit');
  });
});
