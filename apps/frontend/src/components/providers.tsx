'use client';
import type { AppRouter } from '@hatchr/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { TRPCLink } from '@trpc/client';
import { ThemeProvider } from 'next-themes';
import { useState, type ReactNode } from 'react';
import { isPassing } from '@/lib/public-error';
import { createBrowserLinks, trpc } from '@/lib/trpc';
import { Toaster } from './ui/toaster';
import { TooltipProvider } from './ui/tooltip';

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

interface ProvidersProps {
  children: ReactNode;
  /** Tests pass links to a fake API and a client without retries. */
  links?: TRPCLink<AppRouter>[];
  queryClient?: QueryClient;
}

/** Everything that pages share: data, theme, tooltips, toasts. */
export function Providers({ children, links, queryClient }: ProvidersProps) {
  const [queries] = useState(() => queryClient ?? createQueryClient());
  const [client] = useState(() => trpc.createClient({ links: links ?? createBrowserLinks() }));
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange>
      <trpc.Provider client={client} queryClient={queries}>
        <QueryClientProvider client={queries}>
          <TooltipProvider delayDuration={300}>{children}</TooltipProvider>
          <Toaster />
        </QueryClientProvider>
      </trpc.Provider>
    </ThemeProvider>
  );
}
