import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@hatchr/contracts';
import { z } from 'zod';
import { connectionError, providerError, retryAfterSeconds } from '../providers/provider-error.js';
import { type Picture, readPng } from './read-png.js';

export interface PictureSettings {
  /** Of a gateway that speaks Livepeer's batch API for AI. */
  baseUrl: string;
  /** Sent as a bearer token; many gateways ask for none. */
  apiKey?: string | undefined;
  /** Model that draws, by the name that the gateway gives it. */
  model?: string | undefined;
  /** Milliseconds that one request may take. Default 60,000: a cold model takes half of that. */
  requestTimeoutMs?: number | undefined;
}

export interface PictureOrder {
  prompt: string;
  /** What must not be in it. */
  without: string;
  width: number;
  height: number;
  /** Equal orders with an equal seed give equal pictures on most models. */
  seed: number;
}

const provider = 'Livepeer’s AI gateway';
const defaultModel = 'SG161222/RealVisXL_V4.0_Lightning';
/** Longest wait that a gateway may ask for; with a longer one the kit is made without its picture. */
const longestWaitSeconds = 15;
const largestPicture = 20 * 1024 * 1024;

const answerSchema = z.object({
  images: z.array(z.object({ url: z.string(), nsfw: z.boolean() })),
});

/**
 * `text-to-image` of Livepeer's batch API for AI (https://docs.livepeer.org/ai/api-reference/text-to-image), which
 * go-livepeer answers with 410 since its version 0.10: for operators who have a gateway that still offers it.
 */
export class LivepeerAi {
  /** Once a gateway says that it no longer offers this, it is not asked again. */
  private gone: AppError | null = null;

  constructor(private readonly settings: PictureSettings) {}

  /**
   * Draws one picture. A gateway that is busy is asked once more after the wait that it names. Throws `provider.*`
   * where it refuses, fails, does not answer in time or sends no PNG, and the signal's reason on abort.
   */
  async draw(order: PictureOrder, signal: AbortSignal): Promise<Picture> {
    if (this.gone) throw this.gone;
    try {
      const address = await this.order(order, signal).catch((error: unknown) =>
        this.orderOnceMore(order, error, signal),
      );
      return await this.fetchPicture(address, signal);
    } catch (error) {
      signal.throwIfAborted();
      const failure = connectionError(provider, error);
      if (failure.code === 'provider.gone') this.gone = failure;
      throw failure;
    }
  }

  private async orderOnceMore(
    order: PictureOrder,
    error: unknown,
    signal: AbortSignal,
  ): Promise<URL> {
    const isPassing =
      error instanceof AppError &&
      (error.code === 'provider.rate_limited' || error.details?.status === 503);
    if (!isPassing) throw error;
    const seconds = retryAfterSeconds(error) ?? 1;
    if (seconds > longestWaitSeconds) throw error;
    await sleep(seconds * 1000, undefined, { signal });
    return this.order(order, signal);
  }

  /** Where the picture lies. */
  private async order(
    { prompt, without, width, height, seed }: PictureOrder,
    signal: AbortSignal,
  ): Promise<URL> {
    const base = `${this.settings.baseUrl.replace(/\/+$/u, '')}/`;
    const response = await this.send(new URL('text-to-image', base), signal, {
      method: 'POST',
      headers: { ...this.permission(), 'content-type': 'application/json' },
      body: JSON.stringify({
        model_id: this.settings.model ?? defaultModel,
        ...{ prompt, negative_prompt: without, width, height, seed },
        ...{ num_images_per_prompt: 1, safety_check: true },
      }),
    });
    const parsed = answerSchema.safeParse(await response.json().catch(() => null));
    const image = parsed.data?.images[0];
    if (!image) throw refused('named no picture.', parsed.error);
    if (image.nsfw) throw refused('withheld the picture as unsafe.');
    // Gateways that keep pictures themselves name them by a path.
    return addressOf(image.url, base);
  }

  private async fetchPicture(address: URL, signal: AbortSignal): Promise<Picture> {
    // Pictures may lie with someone else, who is not to see the key.
    const isGateway = address.origin === new URL(this.settings.baseUrl).origin;
    const headers = isGateway ? this.permission() : {};
    const response = await this.send(address, signal, { headers });
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > largestPicture) throw refused('sent a picture of more than 20 MB.');
      chunks.push(chunk);
    }
    const picture = readPng(Buffer.concat(chunks));
    if (!picture) throw refused('sent something else than a PNG.');
    return picture;
  }

  private permission(): Record<string, string> {
    const { apiKey } = this.settings;
    return apiKey ? { authorization: `Bearer ${apiKey}` } : {};
  }

  private async send(address: URL, signal: AbortSignal, init: RequestInit): Promise<Response> {
    const patience = AbortSignal.timeout(this.settings.requestTimeoutMs ?? 60_000);
    const response = await fetch(address, { ...init, signal: AbortSignal.any([signal, patience]) });
    if (response.ok) return response;
    throw providerError(provider, {
      status: response.status,
      said: errorText(await response.text()),
      retryAfter: response.headers.get('retry-after'),
    });
  }
}

function addressOf(url: string, base: string): URL {
  try {
    const address = new URL(url, base);
    if (/^https?:$/u.test(address.protocol)) return address;
  } catch {
    // Said below, as of any other address.
  }
  throw refused('named no address that can be fetched.');
}

const refused = (what: string, cause?: unknown): AppError =>
  new AppError('provider.rejected', { message: `${provider} ${what}`, cause });

/** Gateways say `{"detail": {"msg": "…"}}`, or a list of such where a field is wrong. */
function errorText(body: string): string {
  try {
    const { detail } = JSON.parse(body) as { detail?: { msg?: unknown } | { msg?: unknown }[] };
    const { msg } = (Array.isArray(detail) ? detail[0] : detail) ?? {};
    return typeof msg === 'string' ? msg : '';
  } catch {
    return '';
  }
}
