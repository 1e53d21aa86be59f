import { describe, expect, it } from '@jest/globals';
import { HostLimit } from './host-limit.js';

const signal = new AbortController().signal;

/** A task that ends when it is told to, and notes when it began and ended. */
function gated(name: string, log: string[]) {
  let end: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (end = resolve));
  const task = async () => {
    log.push(`${name} begins`);
    await gate;
    log.push(`${name} ends`);
    return name;
  };
  return {
    task,
    end: () => {
      end();
    },
  };
}
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('HostLimit', () => {
  it('asks a host for one page at a time, and other hosts beside it', async () => {
    const log: string[] = [];
    const limit = new HostLimit({ concurrency: 8 });
    const [first, second, other] = ['a1', 'a2', 'b1'].map((name) => gated(name, log));
    if (!first || !second || !other) throw new Error('three tasks');
    const all = [
      limit.run('a.example', 0, first.task, signal),
      limit.run('a.example', 0, second.task, signal),
      limit.run('b.example', 0, other.task, signal),
    ];
    await settle();
    expect(log).toEqual(['b1 begins', 'a1 begins'].sort());
    first.end();
    second.end();
    other.end();
    await expect(Promise.all(all)).resolves.toEqual(['a1', 'a2', 'b1']);
    expect(log.indexOf('a2 begins')).toBeGreaterThan(log.indexOf('a1 ends'));
  });

  it('leaves a host alone for as long as it asks, counted from the end of a page', async () => {
    let now = 0;
    const waits: number[] = [];
    const limit = new HostLimit({
      concurrency: 8,
      now: () => now,
      wait: (ms) => {
        waits.push(ms);
        now += ms;
        return Promise.resolve();
      },
    });
    const page = () => {
      now += 300;
      return Promise.resolve();
    };
    for (let count = 0; count < 3; count += 1) await limit.run('a.example', 2_000, page, signal);
    await limit.run('b.example', 2_000, page, signal);
    expect(waits).toEqual([2_000, 2_000]);
  });

  it('opens no more pages than allowed over all hosts', async () => {
    const log: string[] = [];
    const limit = new HostLimit({ concurrency: 2 });
    const tasks = ['a', 'b', 'c'].map((name) => gated(name, log));
    const all = tasks.map(({ task }, place) => limit.run(`${place}.example`, 0, task, signal));
    await settle();
    expect(log).toHaveLength(2);
    for (const { end } of tasks) end();
    await Promise.all(all);
    expect(log).toHaveLength(6);
  });

  it('gives up waiting when the caller does, and lets the next one through', async () => {
    const log: string[] = [];
    const limit = new HostLimit({ concurrency: 8 });
    const first = gated('first', log);
    const controller = new AbortController();
    const running = limit.run('a.example', 0, first.task, signal);
    const given = limit.run('a.example', 0, gated('given', log).task, controller.signal);
    const last = gated('last', log);
    const waiting = limit.run('a.example', 0, last.task, signal);
    last.end();
    controller.abort();
    await expect(given).rejects.toThrow();
    first.end();
    await expect(Promise.all([running, waiting])).resolves.toEqual(['first', 'last']);
    expect(log).not.toContain('given begins');
  });
});
