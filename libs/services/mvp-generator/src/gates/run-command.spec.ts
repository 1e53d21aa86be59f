import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { runCommand } from './run-command.js';

const home = mkdtempSync(join(tmpdir(), 'run-command-'));
const run = (script: string, signal = new AbortController().signal, timeoutMs = 10_000) =>
  runCommand({
    command: process.execPath,
    args: ['-e', script],
    cwd: home,
    home,
    signal,
    timeoutMs,
  });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('runCommand', () => {
  it('gives a program no setting of ours', async () => {
    const { output } = await run('console.log(Object.keys(process.env).sort().join())');
    expect(output).toBe('HOME,NEXT_TELEMETRY_DISABLED,NODE_ENV,NODE_OPTIONS,PATH,TMPDIR');
  });
  it('keeps the end of a long output and the exit code', async () => {
    const result = await run(
      'console.log("x".repeat(1e6)); console.log("the end"); process.exitCode = 3',
    );
    expect(result).toMatchObject({ outcome: 'exited', code: 3 });
    expect(result.output.length).toBeLessThan(30_000);
    expect(result.output).toMatch(/the end$/u);
  });
  it('stops at its time limit', async () => {
    expect((await run('setInterval(() => {}, 1000)', undefined, 200)).outcome).toBe('timed_out');
  });
  it('ends the children of a program too when the job is cancelled', async () => {
    const abort = new AbortController();
    const child = `const c = require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']); console.log(c.pid); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
    const running = run(child, abort.signal);
    await delay(500);
    abort.abort();
    const result = await running;
    expect(result.outcome).toBe('aborted');
    await delay(50);
    expect(isAlive(Number(result.output))).toBe(false);
  });
});
