// Watches a job to its end: by subscription where there is one, by asking every two seconds otherwise.
import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from './explain-refusal.mjs';

/** @typedef {import('@hatchr/contracts').Job} Job */
/** @typedef {import('@hatchr/contracts').JobEvent} JobEvent */
/** @typedef {Omit<Job, 'events'>} JobState */

const POLL_MS = 2_000;
// Three missed polls: a restart of the backend takes about that long.
const OUTAGES = 3;

/**
 * @typedef {object} Watcher
 * @property {(event: JobEvent) => void} onEvent each event once, in order
 * @property {(job: JobState) => void} onState
 */

/**
 * Follows the job over one session until it has ended.
 * @param {import('./session.mjs').Session} session
 * @param {{ jobId: string, lastSeq: number }} place lastSeq is moved on, so that another call can go on from there
 * @param {Watcher} watcher
 * @param {AbortSignal} signal
 * @returns {Promise<Job>} completed, failed or cancelled
 * @throws the signal's reason; the last error when the server has not answered for some time
 */
export async function followJob(session, place, watcher, signal) {
  const tell = teller(place, watcher);
  const live = subscribe(session, place, tell, watcher.onState);
  try {
    for (let outages = 0; ;) {
      signal.throwIfAborted();
      if (!live.isOpen) {
        try {
          const job = await session.client.status.query({ jobId: place.jobId }, { signal });
          outages = 0;
          for (const event of job.events) tell(event);
          watcher.onState(job);
          if (!job.canCancel) return job;
        } catch (error) {
          signal.throwIfAborted();
          if (!isOutage(error) || ++outages >= OUTAGES) throw error;
        }
      }
      await Promise.race([
        sleep(POLL_MS, undefined, { signal }).catch(() => undefined),
        live.closed(),
      ]);
    }
  } finally {
    live.unsubscribe();
  }
}

/**
 * @param {{ lastSeq: number }} place
 * @param {Watcher} watcher
 * @returns {(event: JobEvent) => void}
 */
function teller(place, watcher) {
  return (event) => {
    // The same event comes by subscription and by status, and again when only the progress has moved.
    if (event.seq > place.lastSeq) {
      place.lastSeq = event.seq;
      watcher.onEvent(event);
    }
  };
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {{ jobId: string, lastSeq: number }} place
 * @param {(event: JobEvent) => void} tell
 * @param {(job: JobState) => void} onState
 */
function subscribe({ client, canSubscribe }, place, tell, onState) {
  let isOpen = false;
  /** @type {() => void} */
  let onClose = () => undefined;
  const close = () => {
    isOpen = false;
    onClose();
  };
  const subscription = canSubscribe
    ? client.jobs.watch.subscribe(
        { jobId: place.jobId, lastEventId: String(place.lastSeq) },
        {
          onData: ({ data: { event, job } }) => {
            tell(event);
            onState(job);
          },
          onConnectionStateChange: ({ state }) => {
            if (state === 'pending') isOpen = true;
            else close();
          },
          onError: close,
          onComplete: close,
          onStopped: close,
        },
      )
    : undefined;
  return {
    get isOpen() {
      return isOpen;
    },
    /** Resolves when an open subscription ends; by then the job may have ended, too. */
    closed: () =>
      new Promise((resolve) => {
        onClose = () => resolve(undefined);
      }),
    unsubscribe: () => subscription?.unsubscribe(),
  };
}
