import type { VerificationReport } from '@hatchr/contracts';
import { Check, Minus, X } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { formatDuration } from '@/lib/format';

const icon = {
  passed: <Check className="size-4 text-good" aria-hidden />,
  failed: <X className="size-4 text-bad" aria-hidden />,
  skipped: <Minus className="size-4 text-ink-faint" aria-hidden />,
};
const word = { passed: 'Passed', failed: 'Failed', skipped: 'Not run' } as const;

/** Each check that the generated app went through, and what came of it. */
export function VerificationGates({ report }: { report: VerificationReport }) {
  if (report.gates.length === 0)
    return <p className="text-sm text-ink-soft">No checks were run for this kit.</p>;
  return (
    <Card>
      <p className="border-b border-line px-5 py-3 text-[13px] text-ink-soft">
        <code className="font-mono">npm ci && npm run check</code> in the unpacked ZIP repeats the
        checks of the code.
      </p>
      <ul>
        {report.gates.map((gate) => (
          <li
            key={gate.name}
            className="flex gap-3 px-5 py-3 text-sm not-first:border-t not-first:border-line"
          >
            <span className="mt-0.5 shrink-0">{icon[gate.outcome]}</span>
            <div className="min-w-0 flex-1 sm:flex sm:gap-6">
              <p className="font-medium sm:w-56 sm:shrink-0">{gate.label}</p>
              {gate.outcome === 'failed' ? (
                <pre
                  tabIndex={0}
                  aria-label={`Output of ${gate.label}`}
                  className="mt-2 max-h-72 min-w-0 flex-1 overflow-auto rounded-md border border-bad-line bg-bad-tint p-3 font-mono text-xs wrap-anywhere whitespace-pre-wrap sm:mt-0"
                >
                  {gate.detail}
                </pre>
              ) : (
                <p className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap text-ink-soft">
                  {gate.detail}
                </p>
              )}
            </div>
            <span className="tabular shrink-0 text-[13px] text-ink-faint">
              <span className={gate.outcome === 'skipped' ? '' : 'sr-only'}>
                {word[gate.outcome]}{' '}
              </span>
              {gate.durationMs !== null && formatDuration(gate.durationMs)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
