import { AppError, type ErrorCode } from '@hatchr/contracts';

export interface ProviderAnswer {
  status: number;
  /** What the service says of itself; shown, so it is cut short. */
  said: string;
  /** The header of that name: seconds or a date (RFC 9110, 10.2.3). */
  retryAfter: string | null | undefined;
}

const longestShown = 160;

/** An answer that is no success as an AppError whose message names the service and says what it means. */
export function providerError(provider: string, answer: ProviderAnswer): AppError {
  const { code, sentence } = meaningOf(provider, answer.status);
  const said = shorten(answer.said);
  const seconds = secondsOf(answer.retryAfter);
  return new AppError(code, {
    message: said === '' ? sentence : `${sentence} It says: “${said}”.`,
    details: {
      status: answer.status,
      ...(seconds === null ? {} : { retryAfterSeconds: seconds }),
    },
  });
}

/** A request that got no answer: `provider.unavailable`, or what it is already where it is an AppError. */
export function connectionError(provider: string, cause: unknown): AppError {
  const known = AppError.from(cause);
  if (known.code !== 'internal.unexpected') return known;
  return new AppError('provider.unavailable', { message: `${provider} does not answer.`, cause });
}

/** Seconds that the service asks to wait, null where it does not say. */
export function retryAfterSeconds({ details }: AppError): number | null {
  return typeof details?.retryAfterSeconds === 'number' ? details.retryAfterSeconds : null;
}

function meaningOf(provider: string, status: number): { code: ErrorCode; sentence: string } {
  if (status === 401 || status === 403)
    return { code: 'provider.key_refused', sentence: `${provider} did not accept the key.` };
  if (status === 429)
    return {
      code: 'provider.rate_limited',
      sentence: `${provider} takes no more requests for now.`,
    };
  if (status === 410)
    return { code: 'provider.gone', sentence: `${provider} no longer offers this.` };
  if (status >= 500)
    return {
      code: 'provider.unavailable',
      sentence: `${provider} has a failure of its own (${String(status)}).`,
    };
  return {
    code: 'provider.rejected',
    sentence: `${provider} refused the request (${String(status)}).`,
  };
}

function secondsOf(header: ProviderAnswer['retryAfter']): number | null {
  if (!header) return null;
  const seconds = /^\d+$/u.test(header.trim())
    ? Number(header)
    : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

function shorten(said: string): string {
  const line = said.replace(/\s+/gu, ' ').trim();
  return line.length > longestShown ? `${line.slice(0, longestShown - 1)}…` : line;
}
