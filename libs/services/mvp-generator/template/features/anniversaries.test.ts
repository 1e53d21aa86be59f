import { describe, expect, it } from 'vitest';
import {
  describeAnniversaries,
  findAnniversaries,
  type Remembered,
} from '@/features/anniversaries';

const day = (title: string, on: string): Remembered => ({
  id: title,
  title,
  href: '/people/1',
  on,
});

describe('findAnniversaries', () => {
  it('finds the next time, over the turn of the year too', () => {
    const list = findAnniversaries(
      [day('June', '1980-06-01'), day('New Year', '1990-01-02'), day('Today', '2000-12-30')],
      '2026-12-30',
    );
    expect(list.map(({ title, daysLeft, years }) => [title, daysLeft, years])).toEqual([
      ['Today', 0, 26],
      ['New Year', 3, 37],
      ['June', 153, 47],
    ]);
  });
  it('keeps 29 February at the end of February', () => {
    expect(findAnniversaries([day('Leap', '2004-02-29')], '2026-02-01')[0]?.next).toBe(
      '2026-02-28',
    );
    expect(findAnniversaries([day('Leap', '2004-02-29')], '2028-02-01')[0]?.next).toBe(
      '2028-02-29',
    );
  });
  it('waits for a day that is still to come', () => {
    expect(findAnniversaries([day('Due', '2027-05-01')], '2026-12-30')[0]).toMatchObject({
      next: '2027-05-01',
      years: 0,
    });
  });
});

describe('describeAnniversaries', () => {
  it('names the next one with its years', () => {
    const report = describeAnniversaries(
      findAnniversaries([day('Ada', '1996-01-05'), day('Bo', '1980-06-01')], '2026-01-04'),
    );
    expect(report.headline).toBe('Ada: tomorrow, 30 years.');
    expect(report.facts.map(({ value }) => value)).toEqual(['1', '1', '2']);
  });
});
