/**
 * Bytes of one answer on the wire. JSON holds a text and little else. A stream frames every few characters with some 250
 * bytes and says the whole once more at its end; its text has the limit of `MOST_TEXT`.
 */
const MOST_BYTES = { json: 1_000_000, stream: 8_000_000 };

/** Characters of one answer: ten times what the longest file that we ask for has. */
export const MOST_TEXT = 1_000_000;

/** An answer went on beyond every measure; the connection is closed, and what came is thrown away. */
export class AnswerTooLongError extends Error {
  override name = 'AnswerTooLongError';
}

/**
 * `fetch` for the providers' SDKs, which read an answer whole, however long it is: this one stops at a limit. It follows
 * no redirect, so that keys and prompts go to the configured address only.
 *
 * @throws AnswerTooLongError from whoever reads the body
 */
export const boundedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: 'manual' });
  if (!response.body) return response;
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  let left = isStream ? MOST_BYTES.stream : MOST_BYTES.json;
  const bounded = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        left -= chunk.byteLength;
        if (left < 0) controller.error(new AnswerTooLongError());
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers } = response;
  return new Response(bounded, { status, statusText, headers });
};
