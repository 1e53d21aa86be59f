// One job through the real backend, watched from outside.
import { followJob } from '../../tools/hatch/follow-job.mjs';
import { sampleMemory } from '../process-usage.mjs';

/**
 * @typedef {object} MeasuredJob
 * @property {string} jobId
 * @property {string} projectId
 * @property {number} seconds from the prompt to the completed project
 * @property {Map<string, number>} steps seconds of each, by title
 * @property {number[]} memory MB of the backend's process while it worked
 */

/**
 * @param {import('../../tools/hatch/session.mjs').Session} session
 * @param {string} prompt
 * @param {number} pid of the backend
 * @param {import('../measure.mjs').BenchContext} context
 * @returns {Promise<MeasuredJob>}
 * @throws {Error} when the job does not complete
 */
export async function runJob(session, prompt, pid, { signal, say }) {
  say(`hatching “${prompt}”`);
  const watcher = { onEvent: () => undefined, onState: () => undefined };
  const { result: job, samples } = await sampleMemory(pid, async () => {
    const { jobId } = await session.client.generate.mutate({ prompt });
    return followJob(session, { jobId, lastSeq: 0 }, watcher, signal);
  });
  if (job.status !== 'completed' || !job.projectId)
    throw new Error(
      `The job ${job.status}: ${job.error?.message} ${JSON.stringify(job.error?.details)}`,
    );
  const substeps = job.steps.flatMap((step) => step.substeps);
  return {
    jobId: job.jobId,
    projectId: job.projectId,
    seconds: between(job.createdAt, job.finishedAt),
    steps: new Map(substeps.map((step) => [step.title, between(step.startedAt, step.finishedAt)])),
    memory: samples,
  };
}

/** @param {string | null} from @param {string | null} to */
const between = (from, to) => (Date.parse(to ?? '') - Date.parse(from ?? '')) / 1000;
