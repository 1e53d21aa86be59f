import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { canContain, containCommand } from './contain-command.js';
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

/** Programs still alive that have the mark in their arguments; numbers differ inside and outside a namespace. */
function alive(mark: string): string[] {
  return execFileSync('ps', ['-eo', 'pid,stat,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(mark) && !/^\s*\d+ Z/u.test(line));
}

const forever = 'setInterval(() => {}, 1000)';
const spawnChild = (options: string, mark: string) =>
  `require('child_process').spawn(process.execPath, ['-e', '${forever}', '${mark}'], ${options})`;

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
    const child = `${spawnChild('{}', 'mark-cancelled')}; process.on('SIGTERM', () => {}); ${forever}`;
    const running = run(child, abort.signal);
    await delay(500);
    expect(alive('mark-cancelled').length).toBeGreaterThan(0);
    abort.abort();
    expect((await running).outcome).toBe('aborted');
    await delay(50);
    expect(alive('mark-cancelled')).toEqual([]);
  });
});

const limits = { processes: 12, memoryMb: 300, diskMb: 20, cpuSeconds: 2 };
const attack = (script: string, timeoutMs = 10_000, cwd = home) =>
  runCommand({
    command: process.execPath,
    args: ['-e', script],
    cwd,
    home,
    signal: new AbortController().signal,
    timeoutMs,
    limits,
  });

describe('a hostile program', () => {
  it('that ends in an endless loop is stopped at its time limit', async () => {
    expect((await attack('/* mark-loop */ for (;;);', 500)).outcome).toBe('timed_out');
    await delay(50);
    expect(alive('mark-loop')).toEqual([]);
  });

  it('leaves no grandchild behind that made itself a session of its own', async () => {
    const script = `${spawnChild("{ detached: true, stdio: 'ignore' }", 'mark-session')}.unref(); setTimeout(() => process.exit(0), 500)`;
    expect((await attack(script)).outcome).toBe('exited');
    await delay(50);
    expect(alive('mark-session')).toEqual([]);
  });

  // The watch and the namespaces are there on Linux alone.
  const onLinux = process.platform === 'linux' ? it : it.skip;

  onLinux('is stopped when it starts too many processes', async () => {
    const many = `for (let i = 0; i < 20; i++) ${spawnChild('{}', 'mark-bomb')}; ${forever}`;
    const result = await attack(many);
    expect(result.outcome).toBe('limited');
    expect(result.output).toContain('12 processes');
    await delay(50);
    expect(alive('mark-bomb')).toEqual([]);
  });

  onLinux('is stopped when it takes too much memory', async () => {
    const hog = `const all = []; setInterval(() => all.push(Buffer.alloc(2e7, 1)), 20)`;
    const result = await attack(hog);
    expect(result.outcome).toBe('limited');
    expect(result.output).toContain('300 MB of memory');
  });

  onLinux('is stopped when it fills the disk', async () => {
    const fill = `const fs = require('fs'); setInterval(() => fs.appendFileSync(process.env.HOME + '/fill', Buffer.alloc(2e6)), 20)`;
    const result = await attack(fill);
    rmSync(join(home, 'fill'), { force: true });
    expect(result.outcome).toBe('limited');
    expect(result.output).toContain('20 MB to disk');
  });

  onLinux('is stopped when it fills the folder that it runs in', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'run-folder-'));
    const fill = `const fs = require('fs'); setInterval(() => fs.appendFileSync('fill', Buffer.alloc(2e6)), 20)`;
    const result = await attack(fill, 10_000, folder);
    rmSync(folder, { recursive: true });
    expect(result.outcome).toBe('limited');
    expect(result.output).toContain('20 MB to disk');
  });

  onLinux(
    'is stopped when it takes too much processor time, in children too',
    async () => {
      const burn = `for (let i = 0; i < 3; i++) require('child_process').spawn(process.execPath, ['-e', 'for (;;);'])`;
      const result = await attack(burn, 60_000);
      expect(result.outcome).toBe('limited');
      expect(result.output).toContain('2 s of processor time');
    },
    60_000,
  );

  onLinux('does not outlive the program that started it, killed or not', async () => {
    const { command, args } = containCommand(
      {
        command: process.execPath,
        args: [
          '-e',
          `${spawnChild("{ detached: true, stdio: 'ignore' }", 'mark-orphan')}; ${forever}`,
          'mark-orphan',
        ],
      },
      'none',
      { writable: [home], hidden: [] },
    );
    const starter = `require('child_process').spawn(${JSON.stringify(command)}, ${JSON.stringify(args)}, { detached: true, stdio: 'ignore' }); ${forever}`;
    const hatchr = spawn(process.execPath, ['-e', starter], { stdio: 'ignore' });
    while (alive('mark-orphan').length < (canContain() ? 3 : 2)) await delay(50);
    hatchr.kill('SIGKILL');
    await once(hatchr, 'exit');
    await delay(300);
    // Without namespaces a grandchild that left its group stays; the program itself never does.
    expect(alive('mark-orphan').length).toBeLessThanOrEqual(canContain() ? 0 : 1);
  });

  onLinux('reads no setting of the program that started it, and has no network', async () => {
    if (!canContain()) return;
    const spy = `const fs = require('fs'); const pids = fs.readdirSync('/proc').filter((name) => /^\\d+$/.test(name));
      const names = Object.values(require('os').networkInterfaces()).flat().map((one) => one.address);
      console.log(JSON.stringify({ pids, own: process.pid, names: names.filter((one) => !/^(127|::1)/.test(one)) }))`;
    const { output } = await attack(spy);
    expect(JSON.parse(output)).toEqual({ pids: ['1'], own: 1, names: [] });
  });

  onLinux('writes to its own folders alone, and cannot undo that', async () => {
    if (!canContain()) return;
    const beside = mkdtempSync(join(tmpdir(), 'beside it-'));
    const tries = [
      `fs.writeFileSync(${JSON.stringify(join(beside, 'planted'))}, '')`,
      `fs.writeFileSync(process.execPath + '.planted', '')`,
      `execSync('mount -o remount,bind,rw /', { stdio: 'pipe' })`,
      `execSync('umount ' + process.cwd(), { stdio: 'pipe' })`,
      `execSync('unshare --mount mount -o remount,bind,rw /', { stdio: 'pipe' })`,
      `fs.writeFileSync('own', '')`,
    ];
    const spy = `const fs = require('fs'), { execSync } = require('child_process');
      console.log(JSON.stringify([${tries.map((code) => `() => ${code}`).join()}].map((attempt) => { try { attempt(); return true } catch { return false } })))`;
    const { output } = await attack(spy);
    expect(JSON.parse(output)).toEqual([false, false, false, false, false, true]);
    expect(readdirSync(beside)).toEqual([]);
    rmSync(beside, { recursive: true });
  });

  onLinux('writes to its folder where the way to it is a link', async () => {
    const way = join(mkdtempSync(join(tmpdir(), 'way-')), 'a link');
    symlinkSync(home, way);
    const { output } = await attack(
      `require('fs').writeFileSync('by-link', ''); console.log('written')`,
      10_000,
      way,
    );
    expect(output).toBe('written');
    rmSync(way);
  });

  onLinux('sees nothing of what is private', async () => {
    if (!canContain()) return;
    const folder = mkdtempSync(join(tmpdir(), "it's private-"));
    writeFileSync(join(folder, 'secret.key'), 'the secret');
    const file = join(home, 'settings');
    writeFileSync(file, 'the password');
    const spy = `const fs = require('fs');
      console.log(JSON.stringify([fs.readdirSync(${JSON.stringify(folder)}), fs.readFileSync(${JSON.stringify(file)}, 'utf8')]))`;
    const request = { command: process.execPath, args: ['-e', spy], cwd: home, home };
    const more = { signal: new AbortController().signal, timeoutMs: 10_000 };
    const seen = await runCommand({ ...request, ...more });
    expect(JSON.parse(seen.output)).toEqual([['secret.key'], 'the password']);
    const hidden = [folder, file, join(folder, 'gone')];
    expect(JSON.parse((await runCommand({ ...request, ...more, hidden })).output)).toEqual([
      [],
      '',
    ]);
    rmSync(folder, { recursive: true });
  });
});
