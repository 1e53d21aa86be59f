import { type DetailedError, Upload } from 'tus-js-client';
import { AppError } from '@hatchr/contracts';
import { connectionError, providerError } from '../providers/provider-error.js';

export interface ResumableUpload {
  provider: string;
  file: Buffer;
  fileName: string;
  mediaType: string;
  endpoint: string;
  /** Where an earlier upload of the same file stopped; null for a new one. */
  uploadUrl: string | null;
  signal: AbortSignal;
  /** Called once the service has named the address under which the upload can be resumed. */
  onUrl: (uploadUrl: string) => void;
  /** Milliseconds before each further try after a connection broke. */
  retryDelays: readonly number[];
}

/**
 * Uploads by tus 1.0 (https://tus.io/protocols/resumable-upload), from the offset that the server has when a
 * connection breaks or `uploadUrl` is given. An upload that the server no longer knows begins anew.
 * Throws `provider.*`, and the signal's reason on abort: what was sent stays with the server.
 */
export async function uploadResumable(request: ResumableUpload): Promise<void> {
  const { provider, signal, fileName, mediaType } = request;
  signal.throwIfAborted();
  let stop: () => void = () => undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const upload = new Upload(request.file, {
        endpoint: request.endpoint,
        uploadUrl: request.uploadUrl,
        metadata: { filename: fileName, filetype: mediaType },
        retryDelays: [...request.retryDelays],
        storeFingerprintForResuming: false,
        onUploadUrlAvailable: () => {
          if (upload.url) request.onUrl(upload.url);
        },
        onShouldRetry: (error) => isWorthRetrying(error),
        onSuccess: () => {
          resolve();
        },
        onError: (error) => {
          reject(translate(provider, error));
        },
      });
      stop = () => {
        void upload.abort();
        reject(AppError.from(signal.reason));
      };
      signal.addEventListener('abort', stop, { once: true });
      upload.start();
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Broken connections and failures of the server; refusals and limits are for the caller, who knows how long to wait. */
function isWorthRetrying({ originalResponse }: DetailedError): boolean {
  const status = originalResponse?.getStatus() ?? 0;
  return status === 0 || status === 409 || status === 423 || status >= 500;
}

function translate(provider: string, error: Error | DetailedError): AppError {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  if (!response) return connectionError(provider, error);
  return providerError(provider, {
    status: response.getStatus(),
    said: '',
    retryAfter: response.getHeader('Retry-After'),
  });
}
