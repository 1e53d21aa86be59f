import type { Job, JobEvent } from '@hatchr/contracts';

/** Both lists as one, each event once, in order. A poll carries only the latest events, a stream one at a time. */
function mergeEvents(known: JobEvent[], incoming: JobEvent[]): JobEvent[] {
  const last = known.at(-1)?.seq ?? -1;
  const isAppend = incoming.every(
    (event, index) => event.seq > (index === 0 ? last : (incoming[index - 1]?.seq ?? 0)),
  );
  if (isAppend) return incoming.length === 0 ? known : [...known, ...incoming];
  const bySeq = new Map([...known, ...incoming].map((event) => [event.seq, event]));
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * What is known of a job after one more answer about it, from the stream, a poll, a cancel or a retry. The
 * events of both are kept; the state is the incoming one unless it is older (answers can overtake each other).
 */
export function mergeJob(known: Job | undefined, incoming: Job): Job {
  if (known?.jobId !== incoming.jobId) return incoming;
  const newer = incoming.lastSeq >= known.lastSeq ? incoming : known;
  return { ...newer, events: mergeEvents(known.events, incoming.events) };
}
