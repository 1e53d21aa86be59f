import * as contracts from '@hatchr/contracts';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { followJob } from './follow-job.mjs';
import { openSession } from './session.mjs';
import { startFakeHatchr } from './testing/fake-hatchr.mjs';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'hatchr-follow-'));
after(() => fs.rmSync(dataDir, { recursive: true }));
const hasEventSource = await import('eventsource').then(
  () => true,
  () => false,
);
const messages = ['one', 'two', 'three'];

/**
 * Follows a job of a fake to its end.
 * @param {{ canSubscribe: boolean, lastSeq?: number }} how
 */
async function follow({ canSubscribe, lastSeq = 0 }) {
  const fake = await startFakeHatchr({ messages });
  try {
    const own = async () => undefined;
    const server = {
      address: fake.url,
      jarName: `${canSubscribe}${lastSeq}`,
      stop: own,
      hurry: own,
    };
    const session = await openSession({ server, dataDir, contracts, say: assert.fail });
    const { jobId } = await session.client.generate.mutate({ prompt: 'bees' });
    /** @type {string[]} */
    const seen = [];
    const watcher = {
      onEvent: (/** @type {{ message: string }} */ { message }) => void seen.push(message),
      onState: () => undefined,
    };
    const { signal } = new AbortController();
    const place = { jobId, lastSeq };
    const job = await followJob({ ...session, canSubscribe }, place, watcher, signal);
    return { job, seen, asked: fake.asked };
  } finally {
    await fake.stop();
  }
}

describe('followJob', () => {
  test('tells each event once by asking alone', async () => {
    const { job, seen, asked } = await follow({ canSubscribe: false });
    assert.equal(job.status, 'completed');
    assert.deepEqual(seen, messages);
    assert.equal(asked.watch, 0);
  });

  test('goes on after the last event that was told', async () => {
    assert.deepEqual((await follow({ canSubscribe: false, lastSeq: 2 })).seen, ['three']);
  });

  test(
    'tells each event once over a subscription, and hardly asks',
    { skip: !hasEventSource },
    async () => {
      const { job, seen, asked } = await follow({ canSubscribe: true });
      assert.equal(job.status, 'completed');
      assert.deepEqual(seen, messages);
      assert.equal(asked.watch, 1);
      assert.ok(asked.status <= 2, `asked ${asked.status} times`);
    },
  );

  test('ends at once when it is told to', async () => {
    const fake = await startFakeHatchr({ ending: 'hangs' });
    try {
      const own = async () => undefined;
      const server = { address: fake.url, jarName: 'abort', stop: own, hurry: own };
      const session = await openSession({ server, dataDir, contracts, say: assert.fail });
      const { jobId } = await session.client.generate.mutate({ prompt: 'bees' });
      const watcher = { onEvent: () => undefined, onState: () => undefined };
      const signal = AbortSignal.timeout(200);
      await assert.rejects(followJob(session, { jobId, lastSeq: 0 }, watcher, signal), {
        name: 'TimeoutError',
      });
    } finally {
      await fake.stop();
    }
  });
});
