import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import type { AppRouter } from './app-router.js';

export interface HatchrClientOptions {
  /** The origin of a Hatchr instance, for example `http://localhost:3000`. */
  url: string;
  /** Sent as a bearer token where the instance issued one. */
  apiKey?: string;
  /** Replaces the global fetch, for example by one that keeps cookies. */
  fetch?: typeof globalThis.fetch;
  /** The EventSource to subscribe with where the runtime has none (Node 22 has none by default). */
  EventSource?: Parameters<typeof httpSubscriptionLink>[0]['EventSource'];
}

/** The typed client for scripts and other programs. Errors arrive as TRPCClientError with `data.appError`. */
export function createHatchrClient(options: HatchrClientOptions): TRPCClient<AppRouter> {
  const url = `${options.url.replace(/\/+$/, '')}/trpc`;
  const headers = (): Record<string, string> =>
    options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {};
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({
          url,
          ...(options.EventSource ? { EventSource: options.EventSource } : {}),
        }),
        false: httpBatchLink({ url, headers, ...(options.fetch ? { fetch: options.fetch } : {}) }),
      }),
    ],
  });
}
