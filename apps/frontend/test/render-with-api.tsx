import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { DataProvider } from '../src/components/providers';
import { Toaster } from '../src/components/ui/toaster';
import { createFakeApi, type FakeApi } from './fake-links';
import { guest } from './fixtures/fixture-api';

/** Renders a page over a fake API. The account answers as a guest unless told otherwise; nothing is retried. */
export function renderWithApi(page: ReactNode, answers: Parameters<typeof createFakeApi>[0] = {}) {
  const api: FakeApi = createFakeApi({ 'account.me': () => guest, ...answers });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const user = userEvent.setup();
  const view = render(
    <DataProvider links={api.links} queryClient={queryClient}>
      {page}
      <Toaster />
    </DataProvider>,
  );
  return { api, user, ...view };
}

/** Puts a path and query into the address bar. */
export function visit(address: string): void {
  window.history.replaceState(null, '', address);
}
