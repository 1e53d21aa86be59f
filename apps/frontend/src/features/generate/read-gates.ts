import { gateOutcomes, type JobEvent } from '@hatchr/contracts';
import { z } from 'zod';

const gateDataSchema = z.object({
  gate: z.string(),
  label: z.string().optional(),
  outcome: z.enum(gateOutcomes),
  durationMs: z.number().nullish(),
});

export interface LiveGate {
  name: string;
  label: string;
  outcome: (typeof gateOutcomes)[number];
  durationMs: number | null;
}

/** The gates that the log tells of, in the order in which they ended; a gate that ran again counts once, as it ended last. */
export function readGates(events: JobEvent[]): LiveGate[] {
  const gates = new Map<string, LiveGate>();
  for (const { data, message } of events) {
    const found = gateDataSchema.safeParse(data).data;
    if (!found) continue;
    gates.set(found.gate, {
      name: found.gate,
      label: found.label ?? message,
      outcome: found.outcome,
      durationMs: found.durationMs ?? null,
    });
  }
  return [...gates.values()];
}
