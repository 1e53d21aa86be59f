import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { discovery } from '../../../../test/fixtures/discovery';
import { Competitors } from './competitors';

describe('the competitors', () => {
  afterEach(cleanup);

  it('says that no price and no place is known, and draws neither', () => {
    render(<Competitors discovery={{ ...discovery, prices: [], positioning: null }} />);
    expect(screen.getByText(/No page that was read states a price/)).toBeTruthy();
    expect(screen.getByText(/No map is drawn/)).toBeTruthy();
  });

  it('says nothing of what nobody looked for', () => {
    const { prices: _, positioning: __, ...older } = discovery;
    render(<Competitors discovery={older} />);
    expect(screen.queryByText('What they cost')).toBeNull();
    expect(screen.queryByText('Where they stand')).toBeNull();
  });
});
