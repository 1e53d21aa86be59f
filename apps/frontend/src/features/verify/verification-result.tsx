import type { ProofVerification } from '@hatchr/contracts';
import { Check, CircleHelp, ShieldAlert, ShieldCheck, X } from 'lucide-react';
import { cn } from '@/lib/class-names';

const shown = {
  verified: {
    title: 'Verified',
    Icon: ShieldCheck,
    box: 'border-good-line bg-good-tint',
    ink: 'text-good',
  },
  invalid: {
    title: 'Not valid',
    Icon: ShieldAlert,
    box: 'border-bad-line bg-bad-tint',
    ink: 'text-bad',
  },
  unknown: {
    title: 'Not known here',
    Icon: CircleHelp,
    box: 'border-line bg-sunken dark:bg-raised',
    ink: 'text-ink-faint',
  },
} as const satisfies Record<ProofVerification['outcome'], object>;

/** The outcome of a verification, what it means, and each check on its own. */
export function VerificationResult({ verification }: { verification: ProofVerification }) {
  const { title, Icon, box, ink } = shown[verification.outcome];
  return (
    <div className={cn('rounded-lg border', box)}>
      <div className="flex gap-3 p-5">
        <Icon className={cn('mt-0.5 size-5 shrink-0', ink)} aria-hidden />
        <div>
          <p className="font-medium">{title}</p>
          <p className="mt-1 text-sm text-ink-soft">{verification.statement}</p>
        </div>
      </div>
      {verification.checks.length > 0 && (
        <ul aria-label="Checks" className="space-y-3 border-t border-inherit px-5 py-4">
          {verification.checks.map((check) => (
            <li key={check.name} className="flex gap-3 text-sm">
              {check.passed ? (
                <Check className="mt-0.5 size-4 shrink-0 text-good" aria-label="Passed" />
              ) : (
                <X className="mt-0.5 size-4 shrink-0 text-bad" aria-label="Failed" />
              )}
              <div className="min-w-0">
                <p className="font-medium">{check.name}</p>
                <p className="wrap-anywhere text-ink-soft">{check.detail}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
