import type { JobEvent } from '@hatchr/contracts';
import { Check, Minus, X } from 'lucide-react';
import { formatDuration } from '@/lib/format';
import { readGates } from './read-gates';

const icon = {
  passed: <Check className="text-good" aria-hidden />,
  failed: <X className="text-bad" aria-hidden />,
  skipped: <Minus className="text-ink-faint" aria-hidden />,
};

/** The checks of the generated app, each as it ends, with its time. */
export function GateList({ events }: { events: JobEvent[] }) {
  const gates = readGates(events);
  if (gates.length === 0) return null;
  return (
    <section aria-label="Checks" className="mt-8 border-t border-line pt-6">
      <h2 className="text-sm font-medium">Checks</h2>
      <ul className="mt-3 space-y-2">
        {gates.map((gate) => (
          <li
            key={gate.name}
            className="animate-fade-in flex items-start gap-2.5 text-sm [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0"
          >
            {icon[gate.outcome]}
            <span className="min-w-0 flex-1 text-ink-soft">{gate.label}</span>
            <span className="sr-only">{gate.outcome}</span>
            <span className="tabular shrink-0 text-[13px] text-ink-faint">
              {gate.outcome === 'skipped'
                ? 'Not run'
                : gate.durationMs !== null && formatDuration(gate.durationMs)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
