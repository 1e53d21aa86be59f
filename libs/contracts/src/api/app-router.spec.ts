import { describe, expect, it } from '@jest/globals';
import { TRPCError } from '@trpc/server';
import { AppError } from '../errors/app-error.js';
import { createAppRouter, toPublicError } from './app-router.js';
import type { Caller, HatchrApi } from './hatchr-api.js';

const caller: Caller = { userId: 'u1', role: 'user' };
const jobId = 'b3f0c1de-7b1c-4c8e-9a52-0c2f8f1f5a11';

function createCaller(api: object, as: Caller | null = caller) {
  return createAppRouter().createCaller({ api: api as HatchrApi, caller: as });
}

const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => {
      throw new Error('expected a refusal');
    },
    (error: unknown) => error,
  );

describe('the router', () => {
  it('hands the caller and the trimmed prompt to the backend', async () => {
    const seen: unknown[] = [];
    const router = createCaller({
      generation: {
        generate: (...call: unknown[]) => {
          seen.push(call);
          return Promise.resolve({ jobId, status: 'queued' });
        },
      },
    });
    await expect(router.generate({ prompt: '  AI scheduling  ' })).resolves.toEqual({
      jobId,
      status: 'queued',
    });
    expect(seen).toEqual([[caller, { prompt: 'AI scheduling' }]]);
  });

  it('refuses a call without a session', async () => {
    const error = await failureOf(createCaller({}, null).generate({ prompt: 'abc' }));
    expect(error).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('turns an AppError of the backend into its tRPC code and keeps its public part', async () => {
    const status = () => Promise.reject(new AppError('job.not_found'));
    const error = await failureOf(createCaller({ generation: { status } }).status({ jobId }));
    expect(error).toBeInstanceOf(TRPCError);
    expect(error).toMatchObject({ code: 'NOT_FOUND' });
    expect(toPublicError(error as TRPCError).code).toBe('job.not_found');
  });

  it('names the exact reason of a refused prompt', async () => {
    const error = await failureOf(createCaller({}).generate({ prompt: 'a\u0007bc' }));
    expect(toPublicError(error as TRPCError)).toMatchObject({
      kind: 'invalid_input',
      code: 'prompt.control_characters',
    });
  });

  it('names the fields of a malformed input', async () => {
    const error = await failureOf(createCaller({}).status({ jobId: 'nope' }));
    const shown = toPublicError(error as TRPCError);
    expect(shown.code).toBe('input.invalid');
    expect(shown.details).toMatchObject({ issues: [{ field: 'jobId' }] });
  });

  it('hides what went wrong inside', async () => {
    const status = () => Promise.reject(new Error('password=hunter2'));
    const error = await failureOf(createCaller({ generation: { status } }).status({ jobId }));
    expect(JSON.stringify(toPublicError(error as TRPCError))).not.toContain('hunter2');
  });

  it('resumes a watch after the last event that the client saw', async () => {
    let after = -1;
    const watch = async function* (_caller: Caller, _job: string, afterSeq: number) {
      after = afterSeq;
      await Promise.resolve();
      yield { event: { seq: 8 }, job: {} };
    };
    const updates = await createCaller({ generation: { watch } }).jobs.watch({
      jobId,
      lastEventId: '7',
    });
    const seen: unknown[] = [];
    for await (const update of updates) seen.push(update);
    expect(after).toBe(7);
    expect(seen).toEqual([
      expect.arrayContaining(['8', expect.objectContaining({ event: { seq: 8 } })]),
    ]);
  });
});
