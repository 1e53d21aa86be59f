import { describe, expect, it } from 'vitest';
import { describeTriage, triage, type Message } from '@/features/triage-score';

const message = (title: string, text: string, isClosed = false): Message => ({
  id: title,
  title,
  href: '/messages/1',
  text,
  isClosed,
});

describe('triage', () => {
  it('puts what sounds urgent first and says why', () => {
    const [first, second] = triage([
      message('Which size?', 'Is the blue one available in M?'),
      message('Parcel', 'Urgent: the parcel never arrived and I want a refund.'),
    ]);
    expect(first).toMatchObject({ title: 'Parcel', topic: 'Delivery' });
    expect(first?.reasons).toEqual(['urgent', 'refund', 'never arrived']);
    expect(second).toMatchObject({ topic: 'Product question', score: 0 });
  });
  it('counts a word once, however often it is shouted', () => {
    const [once] = triage([message('a', 'URGENT urgent Urgent')]);
    expect(once?.score).toBe(4);
  });
  it('reads whole words only and never goes below zero', () => {
    const [polite] = triage([message('Thanks', 'I love the download, great!')]);
    expect(polite).toMatchObject({ score: 0, reasons: [], topic: 'Other' });
  });
  it('leaves out what is answered', () => {
    expect(triage([message('a', 'urgent', true)])).toEqual([]);
  });
});

describe('describeTriage', () => {
  it('marks as urgent only what says so', () => {
    const report = describeTriage(
      triage([message('Card', 'Urgent: charged twice'), message('Hello', 'Nice shop')]),
    );
    expect(report.headline).toBe('1 of 2 should not wait.');
    expect(report.rows.map(({ tone }) => tone)).toEqual(['danger', 'neutral']);
  });
});
