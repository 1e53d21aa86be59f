import { AppError } from '@hatchr/contracts';
import { z } from 'zod';
import { connectionError, providerError } from '../providers/provider-error.js';

export interface DaydreamSettings {
  apiKey: string;
  /** Origin of the API; Daydream's own where it is not given. */
  baseUrl?: string | undefined;
  /** Model that redraws the pictures; Daydream names those that it has. */
  model?: string | undefined;
  /** Milliseconds that one request may take. */
  requestTimeoutMs: number;
}

export interface LiveStream {
  streamId: string;
  /** Where the pictures go to. */
  whipUrl: string;
}

export interface PublishedStream {
  answer: string;
  /** Where the redrawn pictures come from. */
  whepUrl: string;
}

const provider = 'Daydream';
const defaultBaseUrl = 'https://api.daydream.live';
/** Fast enough to follow a video, and free to use. */
const defaultModel = 'stabilityai/sd-turbo';
/** The only public pipeline. */
const pipeline = 'streamdiffusion';
/** Pixels of the pictures that are sent and come back: multiples of 64, as the model wants, near to 16:9. */
export const restyledSize = { width: 704, height: 384 } as const;

const streamSchema = z.object({ id: z.string().min(1), whip_url: z.url() });

/**
 * Daydream's live redrawing of video (https://api.daydream.live): its JSON API, and the exchange of session
 * descriptions by WHIP (RFC 9725) and WHEP, which is done here so that neither the key nor the addresses reach a
 * browser. Pictures then flow between browser and service directly. Methods throw `provider.*` where the service
 * refuses, fails or does not answer, and the signal's reason on abort.
 */
export class Daydream {
  constructor(private readonly settings: DaydreamSettings) {}

  /** Makes a stream that redraws what is sent to it in the words of the prompt. */
  async createStream(name: string, prompt: string, signal: AbortSignal): Promise<LiveStream> {
    const body = { name, pipeline, params: { ...this.params(prompt), ...restyledSize } };
    const answer = await this.request('POST', '/v1/streams', body, signal);
    return readStream(await answer.json());
  }

  /** The stream, null when it is gone. */
  async findStream(streamId: string, signal: AbortSignal): Promise<LiveStream | null> {
    try {
      const answer = await this.request('GET', pathOf(streamId), undefined, signal);
      return readStream(await answer.json());
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  }

  /** Changes how a stream is redrawn from now on. */
  async changePrompt(streamId: string, prompt: string, signal: AbortSignal): Promise<void> {
    await this.request(
      'PATCH',
      pathOf(streamId),
      { pipeline, params: this.params(prompt) },
      signal,
    );
  }

  /** Ends a stream; one that is gone already counts as ended. */
  async removeStream(streamId: string, signal: AbortSignal): Promise<void> {
    try {
      await this.request('DELETE', pathOf(streamId), undefined, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }

  /** Offers the pictures of a browser to a stream (WHIP). */
  async publish(whipUrl: string, offer: string, signal: AbortSignal): Promise<PublishedStream> {
    const answer = await this.exchange(whipUrl, offer, signal);
    const whepUrl = answer.headers.get('livepeer-playback-url');
    if (!whepUrl)
      throw new AppError('provider.rejected', {
        message: `${provider} did not say where the redrawn video comes from.`,
      });
    return { answer: await answer.text(), whepUrl };
  }

  /** Asks for the redrawn pictures (WHEP). `provider.unavailable` while there are none yet. */
  async play(whepUrl: string, offer: string, signal: AbortSignal): Promise<string> {
    try {
      return await (await this.exchange(whepUrl, offer, signal)).text();
    } catch (error) {
      if (isNotFound(error) || (error instanceof AppError && error.details?.status === 409))
        throw new AppError('provider.unavailable', {
          message: `${provider} has not drawn anything yet.`,
          cause: error,
        });
      throw error;
    }
  }

  private params(prompt: string): Record<string, unknown> {
    return { model_id: this.settings.model ?? defaultModel, prompt };
  }

  private async request(
    method: string,
    path: string,
    body: object | undefined,
    signal: AbortSignal,
  ): Promise<Response> {
    const { apiKey, baseUrl = defaultBaseUrl } = this.settings;
    return this.send(
      `${baseUrl.replace(/\/+$/u, '')}${path}`,
      {
        method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      },
      signal,
    );
  }

  /** The address itself is the permission, so the key is not sent along. */
  private exchange(url: string, offer: string, signal: AbortSignal): Promise<Response> {
    const headers = { 'content-type': 'application/sdp' };
    return this.send(url, { method: 'POST', headers, body: offer }, signal);
  }

  private async send(url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(this.settings.requestTimeoutMs)]);
    try {
      // An answer names the next address; where it would lead on to is nobody's to choose, so a redirect is a refusal.
      const response = await fetch(url, { ...init, redirect: 'manual', signal: limited });
      if (response.ok) return response;
      throw providerError(provider, {
        status: response.status,
        said: errorText(await response.text()),
        retryAfter: response.headers.get('retry-after'),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw connectionError(provider, error);
    }
  }
}

function pathOf(streamId: string): string {
  return `/v1/streams/${encodeURIComponent(streamId)}`;
}

function readStream(body: unknown): LiveStream {
  const parsed = streamSchema.safeParse(body);
  if (!parsed.success)
    throw new AppError('provider.rejected', {
      message: `${provider} named no stream.`,
      cause: parsed.error,
    });
  return { streamId: parsed.data.id, whipUrl: parsed.data.whip_url };
}

function isNotFound(error: unknown): boolean {
  return error instanceof AppError && error.details?.status === 404;
}

/** Daydream says `{"success": false, "error": "…"}`; what stands before it may say anything, which is not repeated. */
function errorText(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: unknown };
    return typeof error === 'string' ? error : '';
  } catch {
    return '';
  }
}
