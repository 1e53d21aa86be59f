import { z } from 'zod';
import { foundPages, nothingQuery, type FakeAnswer, type FakeProtocol } from './fake-server.js';

export const tavilyKey = 'tvly-secret-5e8c1f0a';

const bodySchema = z.object({ query: z.string().min(1), max_results: z.number().max(20) });
const refuse = (status: number, error: string, headers = {}): FakeAnswer => ({
  status,
  headers,
  body: { detail: { error } },
});

/** Tavily's search: with the key as a bearer token, or in keyless mode with its header and a shared limit. */
export const fakeTavily: FakeProtocol = {
  answer({ method, path, headers, body }) {
    if (method !== 'POST' || path !== '/search') return refuse(404, 'Not Found');
    const isKeyless = headers['x-tavily-access-mode'] === 'keyless';
    const isKeyed = headers.authorization === `Bearer ${tavilyKey}`;
    if (isKeyless === isKeyed) return refuse(401, 'Unauthorized: missing or invalid API key.');
    const asked = bodySchema.safeParse(body);
    if (!asked.success) return refuse(400, 'Invalid request.');
    const { query } = asked.data;
    return {
      body: {
        query,
        answer: null,
        images: [],
        results: (query === nothingQuery ? [] : foundPages).map(({ url, title, text }) => ({
          url,
          title,
          content: text,
          score: 0.87,
          raw_content: null,
        })),
        response_time: 0.6,
        request_id: '3f0f5c0e-0000-4000-8000-000000000000',
      },
    };
  },
  failures: {
    // A careless server that repeats what it was sent.
    unauthorized: refuse(401, `Unauthorized: the API key ${tavilyKey} is invalid.`),
    forbidden: refuse(403, 'Forbidden.'),
    rate_limited: refuse(429, 'Too many requests.', { 'retry-after': '1' }),
    plan_limit: refuse(432, 'This request exceeds your plan’s set usage limit.'),
    keyless_cap: {
      status: 429,
      body: {
        error: {
          code: 'hourly_cap_reached',
          message: 'The keyless hourly limit is reached.',
          retry_after_seconds: 1800,
          next_actions: [{ type: 'signup', url: 'https://app.tavily.example/' }],
        },
      },
    },
    server_error: refuse(500, 'Internal Server Error'),
  },
};
