// A server on loopback that speaks as much of the OpenAI Responses API as a generated app asks for.
import http from 'node:http';

export const modelName = 'stand-in-model';
export const modelAnswer = 'An answer of the stand-in model.';

/** @returns {Promise<{ url: string, close: () => Promise<void> }>} */
export async function startModel() {
  const server = http.createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const isRight = request.url === '/v1/responses' && request.headers.authorization;
      const text = JSON.stringify({ text: modelAnswer, choice: null });
      response.writeHead(isRight ? 200 : 404, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify({ output: [{ type: 'message', content: [{ type: 'output_text', text }] }] }),
      );
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The stand-in model has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/v1`,
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}
