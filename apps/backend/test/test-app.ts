import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../src/create-app.js';
import { loadConfig } from '../src/env.js';
import { createTestDatabase } from './test-database.js';

export interface TestApp {
  app: NestExpressApplication;
  url: string;
  databaseUrl: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** The whole backend on a database and a data folder of its own. Its apps are not built: that has its own tests. */
export async function startTestApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'hatchr-backend-'));
  const app = await createApp(
    loadConfig({
      NODE_ENV: 'test',
      PORT: '0',
      DATABASE_URL: database.url,
      HATCHR_DATA: dataDir,
      GENERATOR_GATES: 'off',
      LAUNCH_VIDEO: 'off',
      DISCOVERY_NETWORK: 'off',
      LOG_LEVEL: 'error',
      // Tests look far more often than people do.
      PROOF_REQUESTS_PER_MINUTE: '0',
      ...environment,
    }),
  );
  await app.listen(0, '127.0.0.1');
  // Client and server share one event loop: where a busy machine holds it up for the usual five seconds, the server
  // closes a connection that the client is about to use.
  const server = app.getHttpServer();
  server.keepAliveTimeout = 60_000;
  return {
    app,
    url: await app.getUrl(),
    databaseUrl: database.url,
    dataDir,
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A program with a cookie jar of its own: one person. */
export class Visitor {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly origin: string) {}

  async fetch(pathname: string, init: RequestInit & { json?: unknown } = {}): Promise<Response> {
    const { json, ...rest } = init;
    const headers = new Headers(rest.headers);
    if (json !== undefined) headers.set('content-type', 'application/json');
    if (this.cookies.size > 0) {
      headers.set(
        'cookie',
        [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      );
    }
    const response = await fetch(this.origin + pathname, {
      ...rest,
      headers,
      ...(json === undefined ? {} : { method: rest.method ?? 'POST', body: JSON.stringify(json) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** The JSON of an answer, whatever its status; the caller says what it expects. */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- reads better than a cast at every call
  async json<T>(
    pathname: string,
    init: RequestInit & { json?: unknown } = {},
  ): Promise<{ status: number; body: T }> {
    const response = await this.fetch(pathname, init);
    return { status: response.status, body: (await response.json()) as T };
  }

  /** Starts a job over REST and waits until it has ended. Returns the ids. */
  async hatch(prompt: string): Promise<{ jobId: string; projectId: string }> {
    const { body } = await this.json<{ job_id: string }>('/api/generate', { json: { prompt } });
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const { body: job } = await this.json<{
        status: string;
        project_id: string | null;
        error: unknown;
      }>(`/api/status/${body.job_id}`);
      if (job.project_id) return { jobId: body.job_id, projectId: job.project_id };
      if (job.status !== 'queued' && job.status !== 'processing')
        throw new Error(JSON.stringify(job.error));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the job did not end');
  }
}
