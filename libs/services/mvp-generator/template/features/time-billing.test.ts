import { describe, expect, it } from 'vitest';
import { collectUnbilled, describeTime, lastDays, type TimeEntry } from '@/features/time-billing';

const entry = (
  client: string,
  minutes: number,
  on: string,
  rate: number | null = 6000,
  isBilled = false,
): TimeEntry => ({
  id: client + on,
  title: client,
  href: '/t/1',
  client,
  minutes,
  on,
  rate,
  isBilled,
});

describe('collectUnbilled', () => {
  it('prices time by the hour and leaves out what is billed', () => {
    const clients = collectUnbilled([
      entry('Oak', 90, '2026-03-01'),
      entry('Oak', 30, '2026-03-02', 6000, true),
      entry('Elm', 20, '2026-03-02', 6100),
    ]);
    expect(clients.map(({ client, amount }) => [client, amount])).toEqual([
      ['Oak', 9000],
      ['Elm', 2033],
    ]);
  });
  it('keeps time that has no rate', () => {
    expect(collectUnbilled([entry('Oak', 45, '2026-03-01', null)])[0]).toMatchObject({
      minutes: 45,
      amount: 0,
    });
  });
});

describe('lastDays', () => {
  it('covers seven calendar days over the end of a month', () => {
    const days = lastDays(
      [entry('Oak', 60, '2026-02-27'), entry('Oak', 60, '2026-02-22')],
      '2026-03-01',
    );
    expect(days.map((day) => day.minutes)).toEqual([0, 0, 0, 0, 60, 0, 0]);
    expect(days.at(-1)?.date).toBe('2026-03-01');
  });
});

describe('describeTime', () => {
  it('speaks of money only where a rate is kept', () => {
    const labels = (rate: number | null) =>
      describeTime([entry('Oak', 60, '2026-03-01', rate)], '2026-03-01', String, String).facts.map(
        (fact) => fact.label,
      );
    expect(labels(100)).toContain('Worth');
    expect(labels(null)).not.toContain('Worth');
  });
});
