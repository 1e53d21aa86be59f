import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { discovery } from '../../../../test/fixtures/discovery';
import { describePrice, PriceChart } from './price-chart';

const [free, seat, yearly, from, onRequest] = discovery.prices ?? [];
if (!free || !seat || !yearly || !from || !onRequest) throw new Error('The fixture lacks prices.');

describe('a price in words', () => {
  it('says what the page says and no more', () => {
    expect([free, seat, yearly, from, onRequest].map(describePrice)).toEqual([
      'free',
      '$12 a month per seat',
      '$240 a year per seat',
      'from $15 a month, billed yearly',
      'on request',
    ]);
  });
});

describe('the price chart', () => {
  afterEach(cleanup);

  const show = () =>
    render(
      <PriceChart
        competitors={discovery.competitors}
        prices={[...(discovery.prices ?? []), { ...seat, name: 'Abroad', currency: 'EUR' }]}
        evidence={new Map(discovery.evidence.map((item) => [item.id, item]))}
      />,
    );

  it('opens the source of a point', () => {
    show();
    fireEvent.click(screen.getByLabelText(/^Calendly, Standard: \$12 a month per seat/));
    expect(screen.getByText('Calendly shows free times by a link.')).toBeTruthy();
  });

  it('lists another currency without drawing it on the same scale', () => {
    show();
    expect(screen.getByText(/Abroad: €12 a month per seat/)).toBeTruthy();
    expect(screen.queryByLabelText(/Abroad/)).toBeNull();
  });

  it('opens the sources of prices that are listed and not drawn', () => {
    show();
    fireEvent.click(screen.getByText(/on the prices of Calendly/));
    expect(screen.getByText('Calendly shows free times by a link.')).toBeTruthy();
  });

  it('names those of whom no price is known', () => {
    show();
    expect(screen.getByText('No price is known of Reclaim.ai.')).toBeTruthy();
  });
});
