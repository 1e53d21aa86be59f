import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import type { Artifact, Project, PublicError } from '@hatchr/contracts';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

interface RestError {
  error: PublicError;
}

interface TrpcError {
  error: { message: string; data: { httpStatus: number; appError: PublicError; stack?: string } };
}

interface TrpcResult<T> {
  result: { data: T };
}

describe('the API', () => {
  let backend: TestApp;
  let owner: Visitor;
  let stranger: Visitor;
  let jobId: string;
  let projectId: string;

  beforeAll(async () => {
    backend = await startTestApp();
    owner = new Visitor(backend.url);
    stranger = new Visitor(backend.url);
    ({ jobId, projectId } = await owner.hatch('AI scheduling tool for freelancers'));
  }, 120_000);
  afterAll(async () => {
    await backend.stop();
  });

  const trpcQuery = (procedure: string, input: unknown): string =>
    `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;

  describe('the whole job over REST', () => {
    it('shows the three steps of the finished job', async () => {
      const { status, body } = await owner.json<{
        status: string;
        progress: number;
        steps: { name: string; status: string }[];
        logs: unknown[];
      }>(`/api/status/${jobId}`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ status: 'completed', progress: 100 });
      expect(body.steps.map((step) => step.name)).toEqual([
        'Finding competitors',
        'Building MVP',
        'Packaging startup',
      ]);
      expect(body.logs.length).toBeGreaterThan(3);
    });

    it('describes the project in the seed’s words', async () => {
      const { body } = await owner.json<Record<string, unknown>>(`/api/project/${projectId}`);
      expect(body).toMatchObject({
        project_id: projectId,
        prompt: 'AI scheduling tool for freelancers',
        marketing_assets: { video_url: null },
        proof: { kind: 'local-log' },
        download_url: `/api/download/${projectId}`,
      });
    });

    it('serves the ZIP whole, in parts, and not again when it is known', async () => {
      const whole = await owner.fetch(`/api/download/${projectId}`);
      const bytes = Buffer.from(await whole.arrayBuffer());
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(whole.headers.get('etag')).toBe(`"${sha256}"`);
      expect(whole.headers.get('content-disposition')).toMatch(
        /^attachment; filename="[\w-]+\.zip"/,
      );
      expect(Number(whole.headers.get('content-length'))).toBe(bytes.length);

      const part = await owner.fetch(`/api/download/${projectId}`, {
        headers: { range: 'bytes=100-199' },
      });
      expect(part.status).toBe(206);
      expect(part.headers.get('content-range')).toBe(`bytes 100-199/${bytes.length}`);
      expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(100, 200));

      const known = await owner.fetch(`/api/download/${projectId}`, {
        headers: { 'if-none-match': `"${sha256}"` },
      });
      expect(known.status).toBe(304);
      const changed = await owner.fetch(`/api/download/${projectId}`, {
        headers: { range: 'bytes=0-9', 'if-range': '"something else"' },
      });
      expect(changed.status).toBe(200);
      await changed.body?.cancel();
      const beyond = await owner.json<RestError>(`/api/download/${projectId}`, {
        headers: { range: `bytes=${bytes.length}-` },
      });
      expect(beyond.status).toBe(416);
      expect(beyond.body.error.code).toBe('range.not_satisfiable');
    });

    it('serves a generated file so that it can run nothing on this origin', async () => {
      const response = await owner.fetch(`/api/project/${projectId}/files/README.md`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-security-policy')).toContain('sandbox');
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(await response.text()).toContain('#');
    });

    it('verifies the proof of what was packed', async () => {
      const { body: project } = await owner.json<{ proof: { digest: string } }>(
        `/api/project/${projectId}`,
      );
      const { body } = await stranger.json<{ outcome: string }>(
        `/api/verify/${project.proof.digest}`,
      );
      expect(body.outcome).toBe('verified');
      const unknown = await stranger.json<{ outcome: string }>(`/api/verify/${'0'.repeat(64)}`);
      expect(unknown.body.outcome).toBe('unknown');
    });

    it('says honestly that nothing is set up to deploy with', async () => {
      const { status, body } = await owner.json<RestError>(`/api/deploy/${projectId}`, {
        json: {},
      });
      expect(status).toBe(412);
      expect(body.error).toMatchObject({
        code: 'deployment.unavailable',
        details: { download_url: `/api/download/${projectId}` },
      });
    });
  });

  describe('bad input over REST', () => {
    const cases: [string, string, RequestInit & { json?: unknown }, number, string][] = [
      ['no body', '/api/generate', { method: 'POST' }, 400, 'input.invalid'],
      ['no prompt', '/api/generate', { json: {} }, 400, 'input.invalid'],
      ['a number', '/api/generate', { json: { prompt: 42 } }, 400, 'input.invalid'],
      ['too short', '/api/generate', { json: { prompt: ' a ' } }, 400, 'prompt.too_short'],
      ['too long', '/api/generate', { json: { prompt: 'a'.repeat(2001) } }, 400, 'prompt.too_long'],
      [
        'a bell',
        '/api/generate',
        { json: { prompt: 'abc\u0007' } },
        400,
        'prompt.control_characters',
      ],
      [
        'a megabyte',
        '/api/generate',
        { json: { prompt: 'a'.repeat(1_000_000) } },
        413,
        'request.too_large',
      ],
      [
        'half JSON',
        '/api/generate',
        {
          method: 'POST',
          body: '{"prompt": "abc',
          headers: { 'content-type': 'application/json' },
        },
        400,
        'request.malformed',
      ],
      ['the wrong method', '/api/generate', {}, 404, 'route.not_found'],
      ['an unknown path', '/api/nothing', {}, 404, 'route.not_found'],
      ['an id that is none', '/api/status/123', {}, 400, 'input.invalid'],
      ['an unknown job', `/api/status/${randomUUID()}`, {}, 404, 'job.not_found'],
      ['an unknown project', `/api/project/${randomUUID()}`, {}, 404, 'project.not_found'],
      ['an unknown download', `/api/download/${randomUUID()}`, {}, 404, 'project.not_found'],
      ['a digest that is none', '/api/verify/xyz', {}, 400, 'input.invalid'],
      ['a broken URL', '/api/status/%E0%A4%A', {}, 400, 'request.malformed'],
    ];
    it.each(cases)('%s is refused with a clear answer', async (_name, path, init, status, code) => {
      const answer = await owner.json<RestError>(path, init);
      expect(answer.body.error.code).toBe(code);
      expect(answer.status).toBe(status);
      expect(answer.body.error.message.length).toBeGreaterThan(20);
    });

    it('refuses a path that leaves the project', async () => {
      for (const path of ['..%2f..%2fetc%2fpasswd', '%2fetc%2fpasswd', 'README.md%00.png']) {
        const { status } = await owner.json<RestError>(`/api/project/${projectId}/files/${path}`);
        expect([400, 404]).toContain(status);
      }
    });
  });

  describe('bad input over tRPC', () => {
    const cases: [string, string, RequestInit & { json?: unknown }, number, string][] = [
      [
        'no input',
        '/trpc/generate',
        { method: 'POST', headers: { 'content-type': 'application/json' } },
        400,
        'request.malformed',
      ],
      ['the wrong type', '/trpc/generate', { json: { prompt: ['a'] } }, 400, 'input.invalid'],
      ['too short', '/trpc/generate', { json: { prompt: 'a' } }, 400, 'prompt.too_short'],
      [
        'a megabyte',
        '/trpc/generate',
        { json: { prompt: 'a'.repeat(1_000_000) } },
        413,
        'request.too_large',
      ],
      [
        'half JSON',
        '/trpc/generate',
        { method: 'POST', body: '{"prompt', headers: { 'content-type': 'application/json' } },
        400,
        'request.malformed',
      ],
      ['an unknown procedure', '/trpc/nothing', {}, 404, 'route.not_found'],
      ['an unknown job', trpcQuery('status', { jobId: randomUUID() }), {}, 404, 'job.not_found'],
      [
        'an id that is none',
        trpcQuery('status', { jobId: '1; DROP TABLE jobs' }),
        {},
        400,
        'input.invalid',
      ],
      ['a cursor that is none', trpcQuery('jobs.list', { cursor: 'x' }), {}, 400, 'input.invalid'],
    ];
    it.each(cases)('%s is refused with a clear answer', async (_name, path, init, status, code) => {
      const answer = await owner.json<TrpcError>(path, init);
      expect(answer.body.error.data.appError.code).toBe(code);
      expect(answer.status).toBe(status);
      expect(answer.body.error.data.stack).toBeUndefined();
    });

    it('answers a query that is sent as a mutation with 405', async () => {
      const { status } = await owner.json<TrpcError>('/trpc/status', { json: { jobId } });
      expect(status).toBe(405);
    });
  });

  describe('other people', () => {
    it('see neither the job nor the project nor its files', async () => {
      const attempts: [string, RequestInit & { json?: unknown }][] = [
        [`/api/status/${jobId}`, {}],
        [`/api/project/${projectId}`, {}],
        [`/api/download/${projectId}`, {}],
        [`/api/project/${projectId}/files/README.md`, {}],
        [`/api/jobs/${jobId}/cancel`, { method: 'POST' }],
        [`/api/jobs/${jobId}/retry`, { method: 'POST' }],
        [`/api/deploy/${projectId}`, { json: {} }],
        [trpcQuery('status', { jobId }), {}],
        [trpcQuery('project', { projectId }), {}],
        [trpcQuery('projects.files', { projectId }), {}],
        [trpcQuery('projects.file', { projectId, path: 'README.md' }), {}],
        ['/trpc/projects.delete', { json: { projectId } }],
        ['/trpc/projects.share', { json: { projectId, isShared: true } }],
        ['/trpc/jobs.cancel', { json: { jobId } }],
      ];
      for (const [path, init] of attempts) {
        expect([path, (await stranger.fetch(path, init)).status]).toEqual([path, 404]);
      }
      const { body } = await stranger.json<TrpcResult<{ items: unknown[] }>>(
        trpcQuery('projects.list', {}),
      );
      expect(body.result.data.items).toEqual([]);
    });

    it('sees the pitch through a shared link, and neither the ZIP nor code, documents and copy', async () => {
      const { body } = await owner.json<
        TrpcResult<{ sharePath: string; sharesDownloads: boolean }>
      >('/trpc/projects.share', { json: { projectId, isShared: true } });
      expect(body.result.data.sharesDownloads).toBe(false);
      const shareToken = body.result.data.sharePath.split('/').at(-1) ?? '';
      const seenBy = async (reader: typeof owner) =>
        (await reader.json<TrpcResult<Project>>(trpcQuery('project', { projectId, shareToken })))
          .body.result.data;
      const seen = await seenBy(stranger);
      expect(seen).toMatchObject({ access: 'shared', download: null, launchKit: { channels: [] } });
      expect(seen.launchKit.searchPages).toBeUndefined();
      const files = await stranger.json<TrpcResult<Artifact[]>>(
        trpcQuery('projects.files', { projectId, shareToken }),
      );
      const kinds = new Set(files.body.result.data.map(({ kind }) => kind));
      expect([...kinds].sort()).toEqual(['launch', 'proof']);
      const paths = files.body.result.data.map(({ path }) => path);
      expect(paths).toContain(seen.launchKit.deck.pdf);
      expect(paths).not.toContain(seen.launchKit.deck.pptx);
      expect(seen.launchKit.deck.slides.map(({ notes }) => notes).join('')).toBe('');
      expect(paths.filter((path) => path.endsWith('.md'))).toEqual([]);
      for (const { url } of files.body.result.data) {
        const answer = await stranger.fetch(url);
        expect([url, answer.status]).toEqual([url, 200]);
        await answer.body?.cancel();
      }
      const query = `?share=${shareToken}`;
      for (const path of [
        'README.md',
        'package.json',
        'hatchr.manifest.json',
        'launch/LAUNCH-PLAN.md',
      ])
        expect([
          path,
          (await stranger.fetch(`/api/project/${projectId}/files/${path}${query}`)).status,
          (await stranger.fetch(trpcQuery('projects.file', { projectId, shareToken, path })))
            .status,
        ]).toEqual([path, 404, 404]);
      expect((await stranger.fetch(`/api/download/${projectId}${query}`)).status).toBe(404);
      // The owner who opens the link sees what they gave away, and on their own page everything.
      expect((await seenBy(owner)).download).toBeNull();
      expect((await owner.fetch(`/api/download/${projectId}`)).status).toBe(200);
    });

    it('can read the whole kit where its owner shares the downloads, until the link is closed, and change nothing', async () => {
      const { body } = await owner.json<TrpcResult<{ sharePath: string }>>('/trpc/projects.share', {
        json: { projectId, isShared: true, includesDownloads: true },
      });
      const token =
        new URL(body.result.data.sharePath, backend.url).pathname.split('/').at(-1) ?? '';
      const shared = await stranger.json<
        TrpcResult<{ access: string; sharePath: null; download: { url: string } }>
      >(trpcQuery('project', { projectId, shareToken: token }));
      expect(shared.body.result.data).toMatchObject({ access: 'shared', sharePath: null });
      const { url } = shared.body.result.data.download;
      const download = await stranger.fetch(url);
      expect(download.status).toBe(200);
      await download.body?.cancel();
      const resumed = await stranger.fetch(url, { headers: { range: 'bytes=10-19' } });
      expect(resumed.status).toBe(206);
      expect(
        (await stranger.fetch(trpcQuery('project', { projectId, shareToken: 'guess' }))).status,
      ).toBe(404);
      expect((await stranger.fetch('/trpc/projects.delete', { json: { projectId } })).status).toBe(
        404,
      );
      const closed = await owner.json<TrpcResult<Project>>('/trpc/projects.share', {
        json: { projectId, isShared: false, includesDownloads: true },
      });
      expect(closed.body.result.data).toMatchObject({ sharePath: null, sharesDownloads: false });
      expect(
        (await stranger.fetch(trpcQuery('project', { projectId, shareToken: token }))).status,
      ).toBe(404);
      expect((await stranger.fetch(url, { headers: { range: 'bytes=20-29' } })).status).toBe(404);
    });

    it('learn nothing of a download by asking for a part of it, its head, or whether it changed', async () => {
      const path = `/api/download/${projectId}`;
      const known = (await owner.fetch(path, { method: 'HEAD' })).headers.get('etag') ?? '';
      const attempts: RequestInit[] = [
        { headers: { range: 'bytes=0-9', 'if-range': known } },
        { headers: { 'if-none-match': known } },
        { method: 'HEAD' },
      ];
      for (const init of attempts) {
        const response = await stranger.fetch(path, init);
        expect([response.status, response.headers.get('etag')]).toEqual([
          404,
          expect.not.stringContaining(known),
        ]);
      }
    });

    it('cannot make a browser act from another site', async () => {
      const { status, body } = await owner.json<RestError>('/api/generate', {
        json: { prompt: 'a foreign wish' },
        headers: { origin: 'https://evil.example' },
      });
      expect(status).toBe(403);
      expect(body.error.code).toBe('auth.cross_origin');
    });
  });

  describe('a visitor without a session', () => {
    const fromBrowser = { 'sec-fetch-site': 'same-origin' };

    it('gets no cookie for reading, so that a late answer takes nobody’s place', async () => {
      const answers = await Promise.all(
        ['/trpc/account.me', trpcQuery('jobs.list', {}), `/api/status/${jobId}`].map((path) =>
          new Visitor(backend.url).fetch(path, { headers: fromBrowser }),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
      expect(answers.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
    });

    it('gets one with the first thing that it makes, and a program with its first answer', async () => {
      const hatching = await new Visitor(backend.url).fetch('/api/generate', {
        method: 'POST',
        headers: { ...fromBrowser, 'content-type': 'application/json' },
        body: JSON.stringify({ prompt: 'no' }),
      });
      expect(hatching.headers.getSetCookie().join()).toContain('hatchr.session_token=');
      const reading = await new Visitor(backend.url).fetch(`/api/status/${jobId}`);
      expect(reading.headers.getSetCookie().join()).toContain('hatchr.session_token=');
    });
  });

  describe('an account', () => {
    it('keeps what was made as a guest', async () => {
      const guest = new Visitor(backend.url);
      const made = await guest.hatch('Seed swap for allotment gardeners');
      const before = await guest.json<TrpcResult<{ isGuest: boolean }>>('/trpc/account.me');
      expect(before.body.result.data.isGuest).toBe(true);
      const signUp = await guest.fetch('/api/auth/sign-up/email', {
        json: { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' },
      });
      expect(signUp.status).toBe(200);
      const after =
        await guest.json<TrpcResult<{ isGuest: boolean; email: string; role: string }>>(
          '/trpc/account.me',
        );
      expect(after.body.result.data).toMatchObject({
        isGuest: false,
        email: 'ada@example.com',
        role: 'user',
      });
      expect((await guest.fetch(`/api/project/${made.projectId}`)).status).toBe(200);

      const elsewhere = new Visitor(backend.url);
      await elsewhere.fetch('/api/auth/sign-in/email', {
        json: { email: 'ada@example.com', password: 'correct horse battery' },
      });
      expect((await elsewhere.fetch(`/api/project/${made.projectId}`)).status).toBe(200);
    }, 60_000);

    it('cannot make itself an administrator', async () => {
      const visitor = new Visitor(backend.url);
      await visitor.fetch('/api/auth/sign-up/email', {
        json: {
          name: 'Eve',
          email: 'eve@example.com',
          password: 'correct horse battery',
          role: 'admin',
        },
      });
      expect((await visitor.fetch('/admin/jobs')).status).toBe(403);
    });
  });

  describe('the admin endpoints', () => {
    it('are closed to guests and strangers', async () => {
      for (const path of [
        '/admin/jobs',
        '/admin/queue',
        '/admin/providers',
        `/admin/jobs/${jobId}/events`,
      ]) {
        expect((await stranger.fetch(path)).status).toBe(401);
        expect((await fetch(backend.url + path)).status).toBe(401);
      }
    });

    it('show everyone’s jobs, events, the queue and the providers to an administrator', async () => {
      const admin = new Visitor(backend.url);
      await admin.fetch('/api/auth/sign-up/email', {
        json: { name: 'Root', email: 'root@example.com', password: 'correct horse battery' },
      });
      const { default: pg } = await import('pg');
      const client = new pg.Client({ connectionString: backend.databaseUrl });
      await client.connect();
      await client.query(`UPDATE users SET role = 'admin' WHERE email = 'root@example.com'`);
      await client.end();
      await admin.fetch('/api/auth/sign-in/email', {
        json: { email: 'root@example.com', password: 'correct horse battery' },
      });

      const jobs = await admin.json<{ items: { jobId: string }[] }>('/admin/jobs?status=completed');
      expect(jobs.body.items.map((job) => job.jobId)).toContain(jobId);
      expect(
        (await admin.json<{ items: unknown[] }>('/admin/jobs?status=failed')).body.items,
      ).toEqual([]);
      const events = await admin.json<{ seq: number }[]>(`/admin/jobs/${jobId}/events?after=2`);
      expect(events.body[0]?.seq).toBe(3);
      const queue = await admin.json<{ engine: string; workers: unknown[] }>('/admin/queue');
      expect(queue.body).toMatchObject({ engine: 'pg-boss', thisProcess: { runsJobs: true } });
      expect((await admin.json<unknown[]>('/admin/providers')).body.length).toBeGreaterThan(4);
      const again = await admin.json<RestError>(`/admin/jobs/${jobId}/retry`, { method: 'POST' });
      expect(again.body.error.code).toBe('job.not_retryable');
      expect((await admin.json<RestError>('/admin/jobs?status=sleeping')).status).toBe(400);
    });
  });

  it('tells load balancers how it is', async () => {
    expect((await stranger.json('/health/live')).body).toEqual({ status: 'ok' });
    expect((await stranger.json('/health/ready')).body).toMatchObject({
      status: 'ok',
      proofLog: 'intact',
    });
  });

  it('describes every endpoint in OpenAPI', async () => {
    const { body } = await stranger.json<{ paths: Record<string, unknown> }>(
      '/api/docs/openapi.json',
    );
    for (const path of [
      '/api/generate',
      '/api/status/{job_id}',
      '/api/project/{id}',
      '/api/project/{id}/revisions',
      '/api/project/{id}/regenerate',
      '/api/project/{id}/restore',
      '/api/download/{id}',
      '/api/deploy/{id}',
      '/admin/jobs',
      '/admin/jobs/{job_id}/retry',
      '/admin/queue',
      '/health/ready',
    ]) {
      expect(Object.keys(body.paths)).toContain(path);
    }
  });

  it('streams a job to the end over server-sent events and resumes after an event', async () => {
    const response = await owner.fetch(trpcQuery('jobs.watch', { jobId, lastEventId: '3' }), {
      headers: { accept: 'text/event-stream' },
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
    expect(ids[0]).toBe(4);
    expect(text).toContain('"status":"completed"');
  });

  it('answers status from memory, and from the database again once the job has changed', async () => {
    const visitor = new Visitor(backend.url);
    const made = await visitor.hatch('A tool library for neighbourhoods');
    const progress = async (): Promise<number> => {
      const { body } = await visitor.json<TrpcResult<{ progress: number }>>(
        trpcQuery('status', { jobId: made.jobId }),
      );
      return body.result.data.progress;
    };
    expect(await progress()).toBe(100);
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: backend.databaseUrl });
    await client.connect();
    await client.query(`UPDATE jobs SET progress = 42 WHERE id = $1`, [made.jobId]);
    expect(await progress()).toBe(100);
    await client.query(`SELECT pg_notify('job_events', $1)`, [made.jobId]);
    for (let tries = 0; tries < 100 && (await progress()) !== 42; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(await progress()).toBe(42);
    expect((await stranger.fetch(trpcQuery('status', { jobId: made.jobId }))).status).toBe(404);
    await visitor.fetch('/trpc/projects.delete', { json: { projectId: made.projectId } });
    await client.end();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await visitor.fetch(trpcQuery('status', { jobId: made.jobId }))).status).toBe(404);
  }, 60_000);

  it('deletes a project with its job and its files', async () => {
    const visitor = new Visitor(backend.url);
    const made = await visitor.hatch('A parking spot finder for stadium events');
    const removed = await visitor.fetch('/trpc/projects.delete', {
      json: { projectId: made.projectId },
    });
    expect(removed.status).toBe(200);
    expect((await visitor.fetch(`/api/project/${made.projectId}`)).status).toBe(404);
    expect((await visitor.fetch(`/api/status/${made.jobId}`)).status).toBe(404);
    // What another project shares with it is still there.
    expect((await owner.fetch(`/api/project/${projectId}/files/LICENSE`)).status).toBe(200);
  }, 60_000);
});
