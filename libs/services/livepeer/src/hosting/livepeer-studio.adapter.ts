import { AppError } from '@hatchr/contracts';
import { type Livepeer } from 'livepeer';
import { connectionError, providerError } from '../providers/provider-error.js';

export interface StudioSettings {
  apiKey: string;
  /** Origin and path of the API; the SDK's own where it is not given. */
  baseUrl?: string | undefined;
  /** Milliseconds that one request may take. */
  requestTimeoutMs: number;
}

export interface UploadSlot {
  assetId: string;
  playbackId: string;
  tusEndpoint: string;
}

export interface AssetProgress {
  phase: 'uploading' | 'waiting' | 'processing' | 'ready' | 'failed' | 'deleting' | 'deleted';
  /** Why it failed, as the service says it. */
  error: string | null;
}

const provider = 'Livepeer';

/**
 * Livepeer Studio's hosting of videos through its official SDK. Every method throws `provider.*` where the service
 * refuses, fails or does not answer, and the signal's reason on abort.
 */
export class LivepeerStudio {
  private client: Promise<Livepeer> | null = null;

  constructor(private readonly settings: StudioSettings) {}

  /** Makes an asset and says where its file is to be uploaded to. */
  requestUpload(name: string, signal: AbortSignal): Promise<UploadSlot> {
    return this.call(signal, async (client, options) => {
      const { data } = await client.asset.create({ name }, options);
      const { id, playbackId } = data?.asset ?? {};
      if (!data || !id || !playbackId)
        throw new AppError('provider.rejected', { message: `${provider} named no asset.` });
      return { assetId: id, playbackId, tusEndpoint: data.tusEndpoint };
    });
  }

  /** How far an asset is. */
  progress(assetId: string, signal: AbortSignal): Promise<AssetProgress> {
    return this.call(signal, async (client, options) => {
      const { asset } = await client.asset.get(assetId, options);
      return {
        phase: asset?.status?.phase ?? 'waiting',
        error: asset?.status?.errorMessage ?? null,
      };
    });
  }

  /** Address of the HLS stream of a ready asset. */
  hlsUrl(playbackId: string, signal: AbortSignal): Promise<string> {
    return this.call(signal, async (client, options) => {
      const { playbackInfo } = await client.playback.get(playbackId, options);
      const source = playbackInfo?.meta.source.find(({ type }) => type.endsWith('mpegurl'));
      if (!source)
        throw new AppError('provider.rejected', { message: `${provider} offers no HLS stream.` });
      return source.url;
    });
  }

  /** Deletes an asset; one that is gone already counts as deleted. */
  async remove(assetId: string, signal: AbortSignal): Promise<void> {
    try {
      await this.call(signal, (client, options) => client.asset.delete(assetId, options));
    } catch (error) {
      if (!(error instanceof AppError && error.details?.status === 404)) throw error;
    }
  }

  private async call<Result>(
    signal: AbortSignal,
    ask: (client: Livepeer, options: { fetchOptions: RequestInit }) => Promise<Result>,
  ): Promise<Result> {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(this.settings.requestTimeoutMs)]);
    try {
      this.client ??= connect(this.settings);
      return await ask(await this.client, { fetchOptions: { signal: limited } });
    } catch (error) {
      signal.throwIfAborted();
      throw connectionError(provider, error);
    }
  }
}

/** The SDK is loaded with the first call: without a key it never is. */
async function connect({ apiKey, baseUrl }: StudioSettings): Promise<Livepeer> {
  const { Livepeer } = await import('livepeer');
  const { HTTPClient } = await import('livepeer/lib/http.js');
  // The SDK's errors carry neither status nor Retry-After, so answers are read before it does.
  const httpClient = new HTTPClient().addHook('response', async (response) => {
    if (!response.ok)
      throw providerError(provider, {
        status: response.status,
        said: errorText(await response.text()),
        retryAfter: response.headers.get('retry-after'),
      });
  });
  return new Livepeer({ apiKey, httpClient, ...(baseUrl ? { serverURL: baseUrl } : {}) });
}

/** Livepeer says `{"errors": ["…"]}`; what stands before it may say anything, which is then not repeated. */
function errorText(body: string): string {
  try {
    const { errors } = JSON.parse(body) as { errors?: unknown };
    return Array.isArray(errors) ? errors.filter((text) => typeof text === 'string').join(' ') : '';
  } catch {
    return '';
  }
}
