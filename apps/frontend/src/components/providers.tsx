'use client';
import type { AppRouter } from '@hatchr/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { TRPCLink } from '@trpc/client';
import { ThemeProvider } from 'next-themes';
import { useState, type ReactNode } from 'react';
import { isPassing } from '@/lib/public-error';
import { createBrowserLinks, trpc } from '@/lib/trpc';
import { Toaster } from './ui/toaster';

/** Two quiet retries for outages, none for refusals: a wrong id does not become right by asking again. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < 2 && isPassing(error),
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 4000),
      },
    },
  });
}

interface DataProviderProps {
  children: ReactNode;
  /** Tests pass links to a fake API and a client without retries. */
  links?: TRPCLink<AppRouter>[];
  queryClient?: QueryClient;
}

/** The API and its cache, for everything below. */
export function DataProvider({ children, links, queryClient }: DataProviderProps) {
  const [queries] = useState(() => queryClient ?? createQueryClient());
  const [client] = useState(() => trpc.createClient({ links: links ?? createBrowserLinks() }));
  return (
    <trpc.Provider client={client} queryClient={queries}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </trpc.Provider>
  );
}

/** Everything that pages share: data, theme, toasts. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <DataProvider>
        {children}
        <Toaster />
      </DataProvider>
    </ThemeProvider>
  );
}
