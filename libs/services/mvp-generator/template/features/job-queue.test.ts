import { describe, expect, it } from 'vitest';
import { describeQueue, planQueue, type QueuedJob } from '@/features/job-queue';

const now = '2026-03-10T09:00:00.000Z';
const job = (id: string, minutes: number, more: Partial<QueuedJob> = {}): QueuedJob => ({
  id,
  title: id,
  href: `/jobs/${id}`,
  machine: 'Printer',
  minutes,
  priority: 0,
  askedAt: '2026-03-01T09:00:00.000Z',
  isRunning: false,
  isClosed: false,
  ...more,
});

describe('planQueue', () => {
  it('takes what runs first, then what is urgent, then what was asked for first', () => {
    const queue = planQueue(
      [
        job('young', 10, { askedAt: '2026-03-05T09:00:00.000Z' }),
        job('old', 10),
        job('urgent', 10, { priority: 2, askedAt: '2026-03-06T09:00:00.000Z' }),
        job('running', 10, { isRunning: true, askedAt: '2026-03-07T09:00:00.000Z' }),
      ],
      now,
    );
    expect(queue.map(({ id }) => id)).toEqual(['running', 'urgent', 'old', 'young']);
  });
  it('starts each job when the one before it on the same machine is done', () => {
    const queue = planQueue([job('a', 90), job('b', 30), job('c', 15, { machine: 'Laser' })], now);
    expect(
      queue.map(({ id, startsAt, endsAt }) => [id, startsAt.slice(11, 16), endsAt.slice(11, 16)]),
    ).toEqual([
      ['c', '09:00', '09:15'],
      ['a', '09:00', '10:30'],
      ['b', '10:30', '11:00'],
    ]);
  });
  it('leaves out what is done', () => {
    expect(planQueue([job('done', 10, { isClosed: true })], now)).toEqual([]);
  });
});

describe('describeQueue', () => {
  it('says when the last one is done', () => {
    const report = describeQueue(
      planQueue([job('a', 90)], now),
      (iso) => iso.slice(11, 16),
      String,
    );
    expect(report.headline).toBe('1 in the queue, the last one is done by 10:30.');
    expect(report.rows[0]?.actions?.[0]?.name).toBe('finish');
  });
});
