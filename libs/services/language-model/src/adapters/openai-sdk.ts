import OpenAI, { APIError } from 'openai';
import type { ModelUsage } from '@hatchr/contracts';
import { ModelFailure } from '../model-failure.js';
import { boundedFetch } from './bounded-fetch.js';
import { connectionCodeOf, toBrokenAnswer, toCancelled, toFailure } from './to-failure.js';

export interface ClientConfig {
  /** Null for a server that wants none. */
  apiKey: string | null;
  baseUrl?: string | undefined;
}

/**
 * The SDK with everything said that it would else take from the environment of the process. It never sends again
 * (`MeteredCalls` does, within our time and budgets) and logs nothing, since it would log bodies.
 */
export const createOpenAiSdk = ({ apiKey, baseUrl }: ClientConfig): OpenAI =>
  new OpenAI({
    apiKey: apiKey ?? 'none',
    baseURL: baseUrl ?? 'https://api.openai.com/v1',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: boundedFetch,
    ...(apiKey === null ? { defaultHeaders: { authorization: null } } : {}),
  });

/** An error of the SDK as a failure of ours. `billed` is what an answer has cost that had begun. */
export function translateOpenAiError(
  provider: string,
  error: unknown,
  signal: AbortSignal,
  billed: ModelUsage,
): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (signal.aborted) return toCancelled(null);
  if (!(error instanceof APIError)) return toBrokenAnswer(provider, error, billed);
  const { status, type, code, message, headers, requestID } = error as APIError;
  // A status comes instead of an answer, an event without one in its middle; a failed connection has no headers.
  const hasBegun = status === undefined && headers !== undefined;
  const names = headers ? [type, code] : [connectionCodeOf(error)];
  return toFailure(
    provider,
    { status, names, message, headers, requestId: requestID },
    hasBegun ? billed : null,
  );
}
