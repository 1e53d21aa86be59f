import { describe, expect, it } from 'vitest';
import { describeAttention, findAttention, type AttentionItem } from '@/features/attention-digest';

const today = '2026-03-10';
const item = (id: string, change: Partial<AttentionItem> = {}): AttentionItem => ({
  id,
  title: id,
  href: `/x/${id}`,
  date: null,
  isClosed: false,
  changedOn: today,
  ...change,
});

describe('findAttention', () => {
  it('puts late before today before soon before quiet', () => {
    const found = findAttention(
      [
        item('quiet', { changedOn: '2026-02-01' }),
        item('soon', { date: '2026-03-12' }),
        item('today', { date: today }),
        item('late', { date: '2026-03-01' }),
      ],
      today,
    );
    expect(found.map((entry) => [entry.id, entry.reason, entry.days])).toEqual([
      ['late', 'overdue', -9],
      ['today', 'today', 0],
      ['soon', 'soon', 2],
      ['quiet', 'quiet', 37],
    ]);
  });
  it('leaves out what is closed, far away or fresh', () => {
    expect(
      findAttention(
        [
          item('closed', { date: '2026-03-01', isClosed: true }),
          item('far', { date: '2026-06-01' }),
          item('fresh'),
        ],
        today,
      ),
    ).toEqual([]);
  });
});

describe('describeAttention', () => {
  it('says how late a row is', () => {
    expect(
      describeAttention(findAttention([item('a', { date: '2026-03-09' })], today)).rows[0]?.detail,
    ).toBe('1 day past its date');
  });
});
