import type { VerificationReport } from '@hatchr/contracts';
import type { Gate, SlotGate } from './gate.js';

export type GateReport = VerificationReport['gates'][number];

export const failedBefore = 'A gate before it failed.';

export const skipped = ({ name, label }: Gate, reason: string): GateReport => ({
  name,
  label,
  outcome: 'skipped',
  durationMs: null,
  detail: reason,
});

type Timed = Pick<SlotGate, 'name' | 'seconds' | 'after'>;

/** Seconds from the beginning of a gate to the end of the last one that waits for it. */
function wayBefore(gate: Timed, gates: readonly Timed[]): number {
  const next = gates.filter(({ after }) => after === gate.name);
  return gate.seconds + Math.max(0, ...next.map((other) => wayBefore(other, gates)));
}

// Two of them keep two processors busy; more would only take each other's memory.
const atOnce = 2;

/**
 * Runs gates side by side as far as they do not wait for each other; the reports come in the order of the gates. The
 * first failure ends and skips those that come after it in that order, so that the outcome is the same as one after
 * another. Rejects when the signal is aborted or a gate breaks; then none of them still runs.
 */
export async function runTogether(
  gates: readonly SlotGate[],
  signal: AbortSignal,
  run: (gate: SlotGate, signal: AbortSignal) => Promise<GateReport>,
): Promise<GateReport[]> {
  const ends = gates.map(() => new AbortController());
  const reports = new Map<string, GateReport>();
  const running = new Map<string, Promise<void>>();
  const waiting = gates
    .map((gate, index) => ({ gate, index, end: ends[index] ?? new AbortController() }))
    .toSorted((a, b) => wayBefore(b.gate, gates) - wayBefore(a.gate, gates));
  const names = new Set(gates.map(({ name }) => name));
  const isReady = ({ gate: { after = '' }, end }: (typeof waiting)[number]): boolean =>
    !end.signal.aborted && (!names.has(after) || reports.get(after)?.outcome === 'passed');
  const begin = async ({ gate, index, end }: (typeof waiting)[number]): Promise<void> => {
    try {
      const report = await run(gate, AbortSignal.any([signal, end.signal]));
      if (end.signal.aborted) return;
      reports.set(gate.name, report);
      if (report.outcome === 'failed') for (const later of ends.slice(index + 1)) later.abort();
    } catch (error) {
      if (signal.aborted || !end.signal.aborted) throw error;
    } finally {
      running.delete(gate.name);
    }
  };
  try {
    for (;;) {
      for (const next of waiting.filter(isReady).slice(0, atOnce - running.size)) {
        waiting.splice(waiting.indexOf(next), 1);
        running.set(next.gate.name, begin(next));
      }
      if (running.size === 0) break;
      await Promise.race(running.values());
    }
  } catch (error) {
    for (const end of ends) end.abort();
    await Promise.allSettled(running.values());
    throw error;
  }
  const at = gates.findIndex(({ name }) => reports.get(name)?.outcome === 'failed');
  return gates.map((gate, index) => {
    const report = at >= 0 && index > at ? undefined : reports.get(gate.name);
    return report ?? skipped(gate, failedBefore);
  });
}
