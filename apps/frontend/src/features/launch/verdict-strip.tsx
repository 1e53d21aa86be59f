import type { VerificationReport } from '@hatchr/contracts';
import { Check, Minus, X } from 'lucide-react';
import { cn } from '@/lib/class-names';

const icons = { passed: Check, failed: X, skipped: Minus };
const tones = { passed: 'text-good', failed: 'text-bad', skipped: 'text-ink-faint' };
const words = { passed: 'passed', failed: 'failed', skipped: 'not run' };

function summarise({ gates, outcome }: VerificationReport): string {
  if (gates.length === 0) return 'No checks were run';
  const passed = gates.filter((gate) => gate.outcome === 'passed').length;
  if (outcome === 'passed') return `All ${String(passed)} checks passed`;
  return `${String(passed)} of ${String(gates.length)} checks passed`;
}

/** The verdict in one line, and under it a mark for each gate, with its name for whoever points at it. */
export function VerdictStrip({ report }: { report: VerificationReport }) {
  const Icon = icons[report.outcome];
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-surface px-4 py-3 shadow-card">
      <p className="flex items-center gap-2 text-sm font-medium">
        <Icon className={cn('size-4', tones[report.outcome])} aria-hidden />
        {summarise(report)}
      </p>
      <ul aria-label="Checks of the app" className="flex flex-wrap gap-x-3 gap-y-1.5">
        {report.gates.map((gate) => {
          const Mark = icons[gate.outcome];
          return (
            <li
              key={gate.name}
              title={`${gate.label}: ${words[gate.outcome]}`}
              className="flex items-center gap-1 text-[13px] text-ink-soft"
            >
              <Mark className={cn('size-3.5', tones[gate.outcome])} aria-hidden />
              {gate.name}
              <span className="sr-only">{words[gate.outcome]}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
