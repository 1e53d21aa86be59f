import { stepKeys, type Decision, type ModelCall, type StepKey } from '@hatchr/contracts';
import { escapeMarkdown, markdownTable } from './escape-markdown.js';
import { stepLabels } from './step-labels.js';

export interface ModelUseInput {
  /** What the steps said of their decisions, in order. */
  decisions: readonly (Decision & { step: StepKey })[];
  /** Every call of a language model for this kit, those that failed too, in order. */
  modelCalls: readonly ModelCall[];
}

const numbers = new Intl.NumberFormat('en-US');

const deciders: Record<Decision['by'], string> = {
  model: 'language model',
  embedded: 'embedded engine',
  owner: 'owner',
};

const outcomes: Record<ModelCall['outcome'], string> = {
  answered: 'answered',
  from_cache: 'answered before; nothing was sent',
  unusable: 'answered, not usable',
  failed: 'failed',
  cancelled: 'cancelled',
};

/** What a language model decided and what the embedded engine did, and what each call of a model did and cost. */
export function modelUseBlocks({ decisions, modelCalls }: ModelUseInput): string[] {
  return [
    '## What a language model decided, and what the embedded engine did',
    decisions.length === 0 && modelCalls.length === 0
      ? 'What the owner did not decide was made by the engine that is part of Hatchr.'
      : decisionTable(decisions),
    '## Calls of language models',
    ...(modelCalls.length === 0
      ? ['None: no language model was asked.']
      : [callTable(modelCalls), sumOf(modelCalls)]),
  ];
}

/** What the calls of a step cost, in words; null where it made none. */
export function costOfCalls(calls: readonly ModelCall[]): string | null {
  if (calls.length === 0) return null;
  return `${numbers.format(tokensOf(calls))} tokens of a language model, ${moneyOf(calls)}`;
}

function decisionTable(decisions: ModelUseInput['decisions']): string {
  if (decisions.length === 0) return 'No step recorded what was decided by whom.';
  return markdownTable(
    ['Step', 'What', 'Decided by', 'Why'],
    stepKeys.flatMap((step) =>
      decisions
        .filter((decision) => decision.step === step)
        .map(({ subject, by, model, reason }) => [
          stepLabels[step],
          escapeMarkdown(subject),
          model === null ? deciders[by] : `${deciders[by]} (${escapeMarkdown(model)})`,
          escapeMarkdown(reason),
        ]),
    ),
  );
}

function callTable(calls: readonly ModelCall[]): string {
  return markdownTable(
    ['Step', 'For', 'Model', 'Tokens in and out', 'Cost', 'Seconds', 'Outcome'],
    calls.map((call) => [
      stepLabels[call.step],
      escapeMarkdown(call.purpose),
      escapeMarkdown(`${call.provider} ${call.model}`),
      `${numbers.format(call.usage.input)} + ${numbers.format(call.usage.output)}`,
      moneyOf([call]),
      (call.milliseconds / 1000).toFixed(1),
      call.errorCode === null
        ? outcomes[call.outcome]
        : `${outcomes[call.outcome]} (${escapeMarkdown(call.errorCode)})`,
    ]),
  );
}

function sumOf(calls: readonly ModelCall[]): string {
  const count = `${calls.length} ${calls.length === 1 ? 'call' : 'calls'}`;
  return `Together: ${count}, ${numbers.format(tokensOf(calls))} tokens, ${moneyOf(calls)}.`;
}

function tokensOf(calls: readonly ModelCall[]): number {
  return calls.reduce((sum, { usage }) => sum + usage.input + usage.output, 0);
}

/** In US dollars by the prices that the operator configured; a model without one has a cost that nobody here knows. */
function moneyOf(calls: readonly ModelCall[]): string {
  if (calls.some(({ microUsd }) => microUsd === null)) return 'cost not known: no price is set';
  const microUsd = calls.reduce((sum, call) => sum + (call.microUsd ?? 0), 0);
  return `$${(microUsd / 1_000_000).toFixed(4)}`;
}
