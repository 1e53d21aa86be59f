import { QueryClient } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server.node';
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

/**
 * Opens a page as a browser does: what the server wrote is there, then comes `before` (a person types, another part has
 * loaded something), then React takes the page over. `differences` are those that it found and mended.
 */
export async function takeOverWithApi(
  page: ReactNode,
  answers: Parameters<typeof createFakeApi>[0],
  before: (container: HTMLElement, queryClient: QueryClient) => void,
) {
  const api: FakeApi = createFakeApi({ 'account.me': () => guest, ...answers });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const whole = (
    <DataProvider links={api.links} queryClient={queryClient}>
      {page}
    </DataProvider>
  );
  const container = document.createElement('div');
  document.body.append(container);
  container.innerHTML = renderToString(whole);
  before(container, queryClient);
  const differences: unknown[] = [];
  const user = userEvent.setup();
  const view = await act(() =>
    Promise.resolve(
      render(whole, {
        container,
        hydrate: true,
        onRecoverableError: (error) => void differences.push(error),
      }),
    ),
  );
  return { api, user, differences, ...view };
}

/** Puts a path and query into the address bar. */
export function visit(address: string): void {
  window.history.replaceState(null, '', address);
}
