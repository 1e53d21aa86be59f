import type { Job, StepStatus } from '@hatchr/contracts';
import { Ban, Check, LoaderCircle, X } from 'lucide-react';
import { cn } from '@/lib/class-names';
import { formatDuration } from '@/lib/format';

type Step = Job['steps'][number];
type Substep = Step['substeps'][number];

const statusWord = {
  pending: 'Waiting',
  in_progress: 'In progress',
  completed: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const satisfies Record<StepStatus, string>;

/** The three steps with their sub-steps, as the server tells them. */
export function StepList({ steps }: { steps: Step[] }) {
  return (
    <ol aria-label="Steps" className="space-y-1">
      {steps.map((step, index) => (
        <StepItem key={step.key} step={step} isLast={index === steps.length - 1} />
      ))}
    </ol>
  );
}

function StepItem({ step, isLast }: { step: Step; isLast: boolean }) {
  const isIdle = step.status === 'pending';
  return (
    <li className="relative flex gap-4 pb-7 last:pb-0">
      {!isLast && (
        <span
          aria-hidden
          className={cn(
            'absolute start-[15px] top-9 bottom-0 w-px',
            step.status === 'completed' ? 'bg-shell' : 'bg-line-strong',
          )}
        />
      )}
      <StatusDot status={step.status} />
      <div className="min-w-0 flex-1 pt-1">
        <div className="flex items-baseline gap-3">
          <h3 className={cn('font-semibold tracking-[-0.01em]', isIdle && 'text-ink-faint')}>
            {step.title}
          </h3>
          <span className="tabular ms-auto text-[13px] text-ink-faint">
            {step.status === 'in_progress'
              ? `${String(Math.round(step.progress))} %`
              : statusWord[step.status]}
          </span>
        </div>
        <ul className="mt-2 space-y-2">
          {step.substeps.map((substep) => (
            <SubstepItem key={substep.key} substep={substep} />
          ))}
        </ul>
      </div>
    </li>
  );
}

function SubstepItem({ substep }: { substep: Substep }) {
  const duration =
    substep.startedAt && substep.finishedAt
      ? new Date(substep.finishedAt).getTime() - new Date(substep.startedAt).getTime()
      : null;
  return (
    <li className="flex items-start gap-2.5 text-sm">
      <SubstepIcon status={substep.status} />
      <div className="min-w-0 flex-1">
        <div className="flex gap-3">
          <span className={substep.status === 'pending' ? 'text-ink-faint' : 'text-ink-soft'}>
            {substep.title}
          </span>
          <span className="tabular ms-auto shrink-0 text-[13px] text-ink-faint">
            {duration !== null && formatDuration(duration)}
          </span>
        </div>
        {substep.activity && substep.status !== 'pending' && (
          <p className="truncate text-[13px] text-ink-faint" dir="auto" title={substep.activity}>
            {substep.activity}
          </p>
        )}
        {substep.attempts > 1 && (
          <p className="text-[13px] text-yolk-ink">Attempt {substep.attempts}</p>
        )}
      </div>
      <span className="sr-only">{statusWord[substep.status]}</span>
    </li>
  );
}

const dotStyle = {
  pending: 'border-line-strong bg-paper text-ink-faint',
  in_progress: 'border-yolk bg-yolk-tint text-yolk-ink',
  completed: 'border-shell bg-shell text-paper',
  failed: 'border-bad bg-bad-tint text-bad',
  cancelled: 'border-line-strong bg-sunken text-ink-faint',
} as const satisfies Record<StepStatus, string>;

function StatusDot({ status }: { status: StepStatus }) {
  return (
    <span
      aria-hidden
      className={cn(
        'relative z-10 grid size-8 shrink-0 place-items-center rounded-full border-[1.5px] transition-colors duration-300 [&_svg]:size-4',
        dotStyle[status],
      )}
    >
      {status === 'completed' && <Check />}
      {status === 'in_progress' && <LoaderCircle className="animate-spin" />}
      {status === 'failed' && <X />}
      {status === 'cancelled' && <Ban />}
      {status === 'pending' && <span className="size-1.5 rounded-full bg-line-strong" />}
    </span>
  );
}

function SubstepIcon({ status }: { status: StepStatus }) {
  const box = 'mt-[3px] grid size-4 shrink-0 place-items-center [&_svg]:size-3.5';
  return (
    <span aria-hidden className={box}>
      {status === 'completed' && <Check className="text-shell" />}
      {status === 'failed' && <X className="text-bad" />}
      {status === 'cancelled' && <Ban className="text-ink-faint" />}
      {status === 'in_progress' && <span className="animate-breathe size-2 rounded-full bg-yolk" />}
      {status === 'pending' && <span className="size-1.5 rounded-full bg-line-strong" />}
    </span>
  );
}
