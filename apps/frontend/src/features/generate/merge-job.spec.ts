import { describe, expect, it } from '@jest/globals';
import { makeEvent, makeJob } from '../../../test/fixtures/job';
import { mergeJob } from './merge-job';

const seqs = (job: { events: { seq: number }[] }) => job.events.map((event) => event.seq);

describe('mergeJob', () => {
  it('takes the first answer as it is', () => {
    const job = makeJob();
    expect(mergeJob(undefined, job)).toBe(job);
  });

  it('adds the event of the stream to those already there', () => {
    const merged = mergeJob(
      makeJob(),
      makeJob({ events: [makeEvent(3)], lastSeq: 3, progress: 20 }),
    );
    expect(seqs(merged)).toEqual([1, 2, 3]);
    expect(merged.progress).toBe(20);
  });

  it('keeps each event once and in order when a stream replays from the start', () => {
    const known = makeJob({ events: [makeEvent(3), makeEvent(4)], lastSeq: 4 });
    const merged = [1, 2, 3].reduce(
      (job, seq) => mergeJob(job, makeJob({ events: [makeEvent(seq)], lastSeq: seq })),
      known,
    );
    expect(seqs(merged)).toEqual([1, 2, 3, 4]);
  });

  it('never goes back to an older state, whose events it still keeps', () => {
    const known = makeJob({
      status: 'completed',
      progress: 100,
      lastSeq: 9,
      events: [makeEvent(9)],
    });
    const merged = mergeJob(known, makeJob({ progress: 50, lastSeq: 5, events: [makeEvent(5)] }));
    expect(merged).toMatchObject({ status: 'completed', progress: 100, lastSeq: 9 });
    expect(seqs(merged)).toEqual([5, 9]);
  });

  it('keeps the old lines when a poll brings only the latest ones', () => {
    const known = makeJob({ events: [1, 2, 3].map((seq) => makeEvent(seq)), lastSeq: 3 });
    const merged = mergeJob(known, makeJob({ events: [makeEvent(3), makeEvent(4)], lastSeq: 4 }));
    expect(seqs(merged)).toEqual([1, 2, 3, 4]);
  });

  it('follows a retry, which starts lower than where the job had failed', () => {
    const failed = makeJob({ status: 'failed', progress: 60, lastSeq: 8, canRetry: true });
    const merged = mergeJob(failed, makeJob({ status: 'queued', progress: 33, lastSeq: 9 }));
    expect(merged).toMatchObject({ status: 'queued', progress: 33, canRetry: false });
  });

  it('does not mix two jobs', () => {
    const other = makeJob({ jobId: 'b3f0c1de-7b1c-4c8e-9a52-0c2f8f1f5a11', lastSeq: 1 });
    expect(mergeJob(makeJob({ lastSeq: 9 }), other)).toBe(other);
  });
});
