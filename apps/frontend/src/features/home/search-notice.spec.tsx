import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { renderWithApi } from '../../../test/render-with-api';
import { SearchNotice } from './search-notice';

describe('the notice on what leaves the machine', () => {
  afterEach(cleanup);

  it('names the services that words are sent to, and how to stop it', async () => {
    renderWithApi(<SearchNotice />, {
      'instance.about': () => ({
        searchServices: ['Hacker News', 'GitHub', 'Wikidata'],
        walletConnect: null,
      }),
    });
    const notice = await screen.findByText(/sent to Hacker News, GitHub, and Wikidata/u);
    expect(notice.textContent).toContain('DISCOVERY_NETWORK=off');
  });

  it('says nothing where nothing leaves', async () => {
    const { api, container } = renderWithApi(<SearchNotice />, {
      'instance.about': () => ({ searchServices: [], walletConnect: null }),
    });
    await waitFor(() => {
      expect(api.calls.some(({ path }) => path === 'instance.about')).toBe(true);
    });
    expect(container.querySelector('p')).toBeNull();
  });
});
