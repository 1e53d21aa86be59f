import type { ErrorCode, ModelUsage } from '@hatchr/contracts';
import { ModelFailure } from '../model-failure.js';
import { AnswerTooLongError } from './bounded-fetch.js';

/** What a provider said instead of an answer, with a status or as an event in the middle of a stream. */
export interface ProviderError {
  status: number | undefined;
  /** The provider's names for what is wrong: `invalid_request_error`, `model_not_found`. */
  names: (string | null | undefined)[];
  message: string;
  headers: Headers | undefined;
  requestId: string | null | undefined;
}

/** The status that belongs to a name: events of a stream have none. */
const statusOfName: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  api_error: 500,
  server_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
};

const quotaNames = ['insufficient_quota', 'billing_error', 'billing_hard_limit_reached'];
const refusalNames = ['invalid_prompt', 'content_filter', 'content_policy_violation', 'bio_policy'];

/** A provider may name a day; whoever asks once an hour bothers nobody and is back soon. */
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * An error of a provider as a failure of ours. Its text is left out, of the cause too: providers quote keys and prompts
 * in it, and causes are logged.
 */
export function toFailure(
  provider: string,
  error: ProviderError,
  billed: ModelUsage | null,
): ModelFailure {
  const names = error.names.filter((name): name is string => typeof name === 'string');
  const status =
    error.status ?? names.map((name) => statusOfName[name]).find((known) => known !== undefined);
  const facts = [status, ...names, error.requestId].filter(Boolean).map(String);
  const cause = new Error(`${provider} answered: ${facts.map(toFact).join(', ')}`);
  const pause = error.headers ? readRetryAfter(error.headers, Date.now()) : null;
  return new ModelFailure(codeOf(status, names, error.message), billed, pause, { cause });
}

function codeOf(status: number | undefined, names: string[], message: string): ErrorCode {
  if (names.some((name) => refusalNames.includes(name))) return 'model.refused';
  if (status === 402 || names.some((name) => quotaNames.includes(name)))
    return 'model.quota_exhausted';
  // Anthropic says so with a status and a name that stand for anything.
  if (status === 400 && message.includes('credit balance is too low'))
    return 'model.quota_exhausted';
  if (status === 404 || names.includes('model_not_found')) return 'model.unknown';
  if (status === 401 || status === 403) return 'provider.key_refused';
  if (status === 429) return 'provider.rate_limited';
  if (status === undefined || status === 408 || status === 409 || status >= 500)
    return 'provider.unavailable';
  return 'provider.rejected';
}

/** A name of the provider's, and nothing that it may have quoted. */
const toFact = (text: string) => text.replace(/[^\w.-]/g, '').slice(0, 60);

/**
 * Milliseconds that the provider asks for, by `retry-after-ms` or `retry-after` (seconds or a date); null where it asks
 * for none. Never more than an hour.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const after = headers.get('retry-after');
  const milliseconds = [
    Number.parseFloat(headers.get('retry-after-ms') ?? ''),
    /^[\d.]+$/.test(after ?? '') ? Number(after) * 1000 : Number.NaN,
    Date.parse(after ?? '') - now,
  ].find((value) => Number.isFinite(value));
  if (milliseconds === undefined) return null;
  return Math.min(Math.max(0, Math.ceil(milliseconds)), LONGEST_PAUSE_MS);
}

/** The call was called off. `billed` is what the provider had told by then; null where it had told nothing. */
export const toCancelled = (billed: ModelUsage | null): ModelFailure =>
  new ModelFailure('job.cancelled', billed);

/**
 * Whatever broke an answer that had begun: it was longer than any we want, its connection was cut, or it is no JSON.
 * It is billed all the same.
 */
export function toBrokenAnswer(provider: string, error: unknown, billed: ModelUsage): ModelFailure {
  if (error instanceof AnswerTooLongError) return new ModelFailure('model.answer_cut', billed);
  if (isUnsendableKey(error)) return new ModelFailure('provider.key_refused', null);
  const code = connectionCodeOf(error) ?? 'no end, or not what was announced';
  const cause = new Error(`${provider} broke off its answer: ${code}`);
  return new ModelFailure('provider.unavailable', billed, null, { cause });
}

/** A key with a line break or a letter that no header can carry; it is the only header that is not ours. */
const isUnsendableKey = (error: unknown) =>
  /^TypeError: .*(invalid header value|ByteString)/s.test(String(error));

/** Something answers at the address, and it does not speak the protocol: a proxy, a page, another service. */
export const toForeignAnswer = (provider: string): ModelFailure =>
  new ModelFailure('provider.rejected', null, null, {
    cause: new Error(`${provider} gave no answer of its protocol: is its base URL right?`),
  });

/** `ECONNREFUSED` and its kind, from the innermost cause that has one; null where none has. */
export function connectionCodeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  const inner = 'cause' in error ? connectionCodeOf(error.cause) : null;
  return inner ?? ('code' in error && typeof error.code === 'string' ? toFact(error.code) : null);
}
