// A Hatchr in memory: the real router of the contracts over jobs that go their way in milliseconds.
import { AppError, createAppRouter } from '@hatchr/contracts';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import crypto from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { sampleFiles, sampleProject } from './sample-project.mjs';

const TICK_MS = 20;

/**
 * @typedef {object} FakeOptions
 * @property {'completes' | 'fails' | 'hangs'} [ending] hangs: until it is cancelled
 * @property {string[]} [messages] of the log
 * @property {import('./sample-project.mjs').SampleFiles} [files]
 * @property {string} [slug]
 * @property {(path: string, bytes: Buffer) => Buffer} [tamper] what is served in place of a file's bytes
 */

/** Jobs of one fake, and what was asked of it. */
class FakeJobs {
  /** @type {Map<string, any>} */
  jobs = new Map();
  asked = { status: 0, watch: 0 };

  /** @param {FakeOptions} options */
  constructor({ ending = 'completes', messages = ['Looking around.', 'Writing.'] }) {
    this.ending = ending;
    this.messages = messages;
  }

  /** @type {import('@hatchr/contracts').GenerationApi['generate']} */
  generate = async ({ userId }, { prompt }) => {
    const jobId = crypto.randomUUID();
    this.jobs.set(jobId, { ownerId: userId, ...newJob(jobId, prompt) });
    void this.#run(jobId);
    return { jobId, status: 'queued' };
  };

  /** @type {import('@hatchr/contracts').GenerationApi['status']} */
  status = async (caller, jobId) => {
    this.asked.status += 1;
    return this.#find(caller, jobId);
  };

  /** @type {import('@hatchr/contracts').GenerationApi['watch']} */
  watch = (caller, jobId, afterSeq, signal) => {
    this.asked.watch += 1;
    return this.#updates(caller, jobId, afterSeq, signal);
  };

  /** @type {import('@hatchr/contracts').GenerationApi['watch']} */
  async *#updates(caller, jobId, afterSeq, signal) {
    for (let seq = afterSeq; !signal.aborted; await sleep(TICK_MS)) {
      const { events, ...job } = this.#find(caller, jobId);
      for (const event of events.slice(seq)) yield { event, job };
      seq = events.length;
      if (!job.canCancel) return;
    }
  }

  /** @type {import('@hatchr/contracts').GenerationApi['cancel']} */
  cancel = async (caller, jobId) => {
    const job = this.#find(caller, jobId);
    Object.assign(job, { status: 'cancelled', canCancel: false });
    return job;
  };

  list = async () => ({ items: [], nextCursor: null });
  retry = async () => {
    throw new AppError('job.not_retryable');
  };

  /** @param {import('@hatchr/contracts').Caller} caller @param {string} jobId */
  #find({ userId }, jobId) {
    const job = this.jobs.get(jobId);
    if (job?.ownerId !== userId) throw new AppError('job.not_found');
    return job;
  }

  /** @param {string} jobId */
  async #run(jobId) {
    const job = this.jobs.get(jobId);
    for (const message of this.messages) {
      await sleep(TICK_MS);
      if (job.status === 'cancelled') return;
      job.lastSeq += 1;
      const at = '2026-01-01T00:00:00.000Z';
      job.events.push({ seq: job.lastSeq, at, step: 'mvp', level: 'info', message, data: null });
      Object.assign(job, { status: 'processing', progress: job.progress + 20 });
    }
    if (this.ending === 'hangs') return;
    const isGood = this.ending === 'completes';
    const error = new AppError('verification.failed').toPublic();
    Object.assign(job, { canCancel: false, progress: isGood ? 100 : job.progress });
    Object.assign(job, { projectId: isGood ? crypto.randomUUID() : null });
    Object.assign(job, isGood ? { status: 'completed' } : { status: 'failed', error });
  }
}

/** @param {string} jobId @param {string} prompt */
const newJob = (jobId, prompt) => ({
  ...{ jobId, prompt, status: 'queued', progress: 0, steps: [], events: [], lastSeq: 0 },
  ...{ projectId: null, error: null, createdAt: '2026-01-01T00:00:00.000Z', startedAt: null },
  ...{ finishedAt: null, canCancel: true, canRetry: false, revisionOf: null, plan: null },
});

/**
 * Starts one on a free port. Every caller without a cookie becomes a new guest.
 * @param {FakeOptions} [options]
 */
export async function startFakeHatchr(options = {}) {
  const jobs = new FakeJobs(options);
  /** @type {import('./sample-project.mjs').SampleFiles} */
  const files = options.files ?? sampleFiles;
  const downloads = new Set();
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake');
    if (url.pathname === '/health/ready')
      return sendJson(response, { status: 'ok', database: 'ok' });
    const guest = guestOf(request, response);
    if (url.pathname.startsWith('/files/')) return sendFile(response, url.pathname.slice(7), guest);
    if (url.pathname.startsWith('/trpc/')) return trpc(request, response);
    response.writeHead(404).end();
  });
  const trpc = createHTTPHandler({
    router: createAppRouter(),
    basePath: '/trpc/',
    createContext: ({ req }) => {
      const caller = {
        userId: String(req.headers['x-guest']),
        role: /** @type {const} */ ('user'),
      };
      return { caller, api: /** @type {any} */ ({ generation: jobs, projects, account }) };
    },
  });
  const detailOf = (/** @type {string} */ projectId) => {
    const job = [...jobs.jobs.values()].find((candidate) => candidate.projectId === projectId);
    const detail = sampleProject(projectId, job.jobId, files);
    if (options.slug) detail.project.slug = options.slug;
    return detail;
  };
  const projects = {
    project: async (/** @type {any} */ _caller, /** @type {any} */ input) =>
      detailOf(input.projectId).project,
    files: async (/** @type {any} */ _caller, /** @type {any} */ input) =>
      detailOf(input.projectId).artifacts,
  };
  const account = {
    me: async (/** @type {any} */ { userId }) => ({
      ...{ userId, name: 'Guest', email: null, isGuest: true, role: 'user' },
      identity: {
        isVerified: false,
        statement: 'A guest.',
        network: null,
        address: null,
        isSponsored: false,
        ...{ offeredAttributes: [], shownAttributes: [] },
      },
    }),
  };
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    jobs: () => [...jobs.jobs.values()],
    asked: jobs.asked,
    /** Cookies that came with a download. */
    downloads,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };

  /**
   * @param {http.ServerResponse} response
   * @param {string} name
   * @param {string} guest
   */
  function sendFile(response, name, guest) {
    downloads.add(guest);
    const path = decodeURIComponent(name);
    const bytes = files[path]?.bytes;
    if (!bytes) return response.writeHead(404).end();
    response.end(options.tamper?.(path, bytes) ?? bytes);
  }
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
function guestOf(request, response) {
  const known = /hatchr\.session_token=([^;]+)/.exec(request.headers.cookie ?? '')?.[1];
  const guest = known ?? crypto.randomUUID();
  if (!known)
    response.appendHeader('set-cookie', `hatchr.session_token=${guest}; Path=/; HttpOnly`);
  request.headers['x-guest'] = guest;
  return guest;
}

/**
 * @param {http.ServerResponse} response
 * @param {unknown} body
 */
function sendJson(response, body) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
