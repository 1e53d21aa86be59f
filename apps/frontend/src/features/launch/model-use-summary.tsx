import type { ModelUse } from '@hatchr/contracts';
import { formatDuration } from '@/lib/format';
import { describeModelCost } from './cost-of-step';

/** What language models did for the whole kit, in one line; nothing where none was asked. */
export function ModelUseSummary({ use }: { use: ModelUse }) {
  if (use.steps.length === 0) return null;
  const models = [...new Set(use.steps.flatMap((step) => step.models))];
  const fromCache = use.steps.reduce((sum, step) => sum + step.fromCache, 0);
  const waited = use.steps.reduce((sum, step) => sum + step.milliseconds, 0);
  return (
    <p className="mt-4 text-sm text-ink-soft">
      <span className="font-medium text-ink">Language model, all steps together:</span>{' '}
      {describeModelCost(use)} in {countOf(use.calls, 'call')} ({formatDuration(waited)}) to{' '}
      {models.join(', ')}.
      {fromCache > 0 &&
        ` ${countOf(fromCache, 'answer')} came from an earlier kit and cost nothing.`}{' '}
      What it decided, call by call, stands in <code>docs/decisions.md</code> of the ZIP.
    </p>
  );
}

const countOf = (count: number, noun: string): string =>
  `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
