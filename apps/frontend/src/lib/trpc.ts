'use client';
import type { AppRouter } from '@hatchr/contracts';
import { httpBatchLink, httpSubscriptionLink, splitLink, type TRPCLink } from '@trpc/client';
import { createTRPCReact, type CreateTRPCReact } from '@trpc/react-query';

/** Hooks over the whole API; the router is imported as a type only, so no server code reaches the browser. */
export const trpc: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();

/**
 * Calls are batched into one request (a first visit thus makes one guest session), subscriptions are
 * server-sent events. Both go to this page's own origin.
 */
export function createBrowserLinks(): TRPCLink<AppRouter>[] {
  return [
    splitLink({
      condition: (operation) => operation.type === 'subscription',
      true: httpSubscriptionLink({ url: '/trpc' }),
      false: httpBatchLink({ url: '/trpc', maxItems: 10 }),
    }),
  ];
}
