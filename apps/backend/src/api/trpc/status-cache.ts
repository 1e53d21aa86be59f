import { AppError, jobIdInputSchema, jobSchema } from '@hatchr/contracts';
import type { NextFunction, Request, Response } from 'express';
import type { SessionsService } from '../../auth/sessions.service.js';
import type { JobSignals } from '../../jobs/job-signals.service.js';
import type { JobsService } from '../../jobs/jobs.service.js';

/** Far more jobs than people watch at once; the oldest make room. 10 kB each. */
const MAX_ENTRIES = 1_000;

interface Entry {
  ownerId: string;
  body: Promise<Buffer>;
  forget: () => void;
}

/**
 * Answers `GET /trpc/status` for one job from the bytes of the last answer until the job changes. Status is asked
 * every two seconds by every program that waits, and almost always about a job that has not changed since; reading
 * it again and shaping it costs fifteen times what sending it costs. The bytes are what the router would send.
 * Whatever is not a plain answer (a batch, a refusal, no session) is left to the router.
 */
export function statusCache(sessions: SessionsService, jobs: JobsService, signals: JobSignals) {
  const entries = new Map<string, Entry>();

  const read = async (userId: string, jobId: string): Promise<Buffer> => {
    const job = jobSchema.parse(await jobs.status({ userId, role: 'user' }, jobId));
    return Buffer.from(JSON.stringify({ result: { data: job } }));
  };

  const remember = (ownerId: string, jobId: string): Entry => {
    // Subscribed before the job is read: a change in between makes the entry forgotten, never stale.
    const stop = signals.onChange(jobId, () => {
      entry.forget();
    });
    const entry: Entry = {
      ownerId,
      body: read(ownerId, jobId),
      forget: () => {
        stop();
        if (entries.get(jobId) === entry) entries.delete(jobId);
      },
    };
    entry.body.catch(() => {
      entry.forget();
    });
    if (entries.size >= MAX_ENTRIES) entries.values().next().value?.forget();
    entries.set(jobId, entry);
    return entry;
  };

  return (request: Request, response: Response, next: NextFunction): void => {
    const jobId = plainJobId(request);
    // Without the listening connection nobody would tell us of a change.
    if (!jobId || !signals.isListening) {
      next();
      return;
    }
    sessions
      .findCaller(request)
      .then(async (caller) => {
        if (!caller) throw new AppError('auth.required');
        const known = entries.get(jobId);
        // An entry serves its owner only; to anyone else the router says that there is no such job.
        if (known && known.ownerId !== caller.userId) throw new AppError('job.not_found');
        const body = await (known ?? remember(caller.userId, jobId)).body;
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': body.byteLength,
        });
        response.end(body);
      })
      .catch(() => {
        next();
      });
  };
}

/** The job that a single, unbatched status query asks for; null for anything else. */
function plainJobId(request: Request): string | null {
  const match = request.method === 'GET' ? /^\/?\?input=([^&]{1,200})$/.exec(request.url) : null;
  if (!match?.[1]) return null;
  try {
    const parsed = jobIdInputSchema.safeParse(JSON.parse(decodeURIComponent(match[1])));
    return parsed.success ? parsed.data.jobId : null;
  } catch {
    return null;
  }
}
