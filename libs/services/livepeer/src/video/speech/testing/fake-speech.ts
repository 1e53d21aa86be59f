import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';

export const fakeSpeechKey = 'sk-speech';

/** OpenAI's speech endpoint on the loopback interface: a square wave of 220 Hz instead of a voice. */
export class FakeSpeech {
  readonly asked: { model: string; voice: string; input: string; response_format: string }[] = [];
  /** Seconds of sound to the character of the text. */
  secondsPerCharacter = 0.05;
  refusals: { status: number; headers?: Record<string, string>; times: number }[] = [];

  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/v1`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const refusal = this.refusals.find(({ times }) => times > 0);
    if (refusal) {
      refusal.times--;
      refuse(response, refusal.status, 'refused by the test', refusal.headers);
      return;
    }
    if (request.headers.authorization !== `Bearer ${fakeSpeechKey}`) {
      refuse(response, 401, 'Incorrect API key provided: wrong.');
      return;
    }
    if (request.url !== '/v1/audio/speech') {
      refuse(response, 404, 'no such address');
      return;
    }
    const asked = JSON.parse(body) as FakeSpeech['asked'][number];
    this.asked.push(asked);
    const samples = new Int16Array(asked.input.length * this.secondsPerCharacter * 24_000);
    for (let index = 0; index < samples.length; index++)
      samples[index] = index % 109 < 54 ? 8_000 : -8_000;
    response.writeHead(200, { 'content-type': 'audio/pcm' });
    response.end(Buffer.from(samples.buffer));
  }
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message, type: 'error', param: null, code: null } }));
}
