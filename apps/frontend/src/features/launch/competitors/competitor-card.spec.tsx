import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { discovery } from '../../../../test/fixtures/discovery';
import { CompetitorCard } from './competitor-card';

const [row] = discovery.evidence;
const [price] = discovery.prices ?? [];
const competitor = discovery.competitors.find(({ id }) => id === row?.competitorId);
if (!row || !price || !competitor) throw new Error('The fixture lacks a price.');

const { competitorId: _, monthlyAmount: __, ...plan } = price;
const trial = { ...row, id: 'trial', kind: 'trial' as const, claim: 'Try it for 14 days.' };
const evidence = new Map([...discovery.evidence, trial].map((item) => [item.id, item]));

describe('the card of a competitor', () => {
  afterEach(cleanup);

  it('opens the words that promise a trial', () => {
    const plans = [{ ...plan, trialDays: 14 }];
    render(<CompetitorCard competitor={{ ...competitor, plans }} evidence={evidence} />);
    expect(screen.getByText(/14 days/)).toBeTruthy();
    fireEvent.click(screen.getByText(/on how long .* can be tried/));
    expect(screen.getByText('Try it for 14 days.')).toBeTruthy();
  });

  it('says nothing of a trial that nobody promises', () => {
    render(<CompetitorCard competitor={{ ...competitor, plans: [plan] }} evidence={evidence} />);
    expect(screen.queryByText('Trial')).toBeNull();
  });
});
