import { AppError } from '@hatchr/contracts';
import type OpenAI from 'openai';
import { connectionError, providerError } from '../../providers/provider-error.js';

export interface SpeechSettings {
  apiKey: string;
  /** Of any server that speaks OpenAI's audio API; OpenAI's own where it is not given. */
  baseUrl?: string | undefined;
  /** OpenAI shuts its models of this API down on 2027-01-06; other servers have models of their own. */
  model?: string | undefined;
  voice?: string | undefined;
  /** Milliseconds that one request may take. */
  requestTimeoutMs: number;
}

/** Of the API's `pcm` format: 16 bits, one channel. */
export const speechRate = 24_000;

const provider = 'The speech service';
const longestInput = 4_096;

/** Spoken words through OpenAI's audio API and its official SDK. */
export class Speech {
  private client: Promise<OpenAI> | null = null;

  constructor(private readonly settings: SpeechSettings) {}

  /**
   * The text as samples between -1 and 1 at `speechRate`. Passing failures are tried again by the SDK, which waits as
   * long as the service asks to. Throws `provider.*`, and the signal's reason on abort.
   */
  async speak(text: string, signal: AbortSignal): Promise<Float32Array> {
    const { model = 'gpt-4o-mini-tts', voice = 'alloy' } = this.settings;
    try {
      this.client ??= connect(this.settings);
      const response = await (
        await this.client
      ).audio.speech.create(
        { model, voice, input: text.slice(0, longestInput), response_format: 'pcm' },
        { signal },
      );
      return toSamples(await response.arrayBuffer());
    } catch (error) {
      signal.throwIfAborted();
      throw translate(error);
    }
  }
}

/** The SDK is loaded with the first words: without a key it never is. */
async function connect({ apiKey, baseUrl, requestTimeoutMs }: SpeechSettings): Promise<OpenAI> {
  const { default: Client } = await import('openai');
  return new Client({
    apiKey,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
    timeout: requestTimeoutMs,
    maxRetries: 2,
    // Nothing of the process's environment decides what is asked.
    organization: null,
    project: null,
  });
}

function toSamples(bytes: ArrayBuffer): Float32Array {
  const view = new DataView(bytes);
  const count = Math.floor(bytes.byteLength / 2);
  if (count === 0)
    throw new AppError('provider.rejected', { message: `${provider} gave no sound.` });
  const samples = new Float32Array(count);
  for (let index = 0; index < count; index++)
    samples[index] = view.getInt16(index * 2, true) / 32_768;
  return samples;
}

function translate(error: unknown): AppError {
  const { status, headers, message } = error as {
    status?: unknown;
    headers?: Headers;
    message?: unknown;
  };
  if (typeof status !== 'number') return connectionError(provider, error);
  // The SDK's message begins with the status, and may repeat the end of the key on a refusal.
  const said = status === 401 || status === 403 ? '' : String(message).replace(/^\d+ /u, '');
  return providerError(provider, { status, said, retryAfter: headers?.get('retry-after') });
}
