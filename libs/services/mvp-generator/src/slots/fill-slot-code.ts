import { AppError, type Decision, type StepContext } from '@hatchr/contracts';
import type { StepModel } from '@hatchr/language-model';
import { checkSource } from './check-source.js';
import type { CodeSlot, FilledSlot } from './code-slot.js';
import { readSource } from './read-source.js';

const mostRepairs = 3;
const maxOutputTokens = 6000;

/** Tries a source that the syntax checks let through; its errors, or null. */
export type Prove = (source: string, slot: CodeSlot) => Promise<string | null>;

export interface SlotOutcome {
  filled: FilledSlot | null;
  decision: Decision;
}

/** The same error at another line or with other numbers is the same error. */
const normalised = (errors: string): string => errors.replace(/\d+/gu, '0').replace(/\s+/gu, ' ');

async function errorsOf(source: string, slot: CodeSlot, prove: Prove): Promise<string | null> {
  const problems = await checkSource(source, slot);
  return problems.length > 0
    ? `Not allowed:\n${problems.map((problem) => `- ${problem}`).join('\n')}`
    : prove(source, slot);
}

function ask(
  slot: CodeSlot,
  model: StepModel,
  round: number,
  before: { source: string; errors: string } | null,
): Promise<string> {
  return model.text({
    task: 'code',
    purpose: round === 0 ? `Write: ${slot.subject}` : `Repair ${String(round)}: ${slot.subject}`,
    instructions: slot.instructions,
    data: [
      ...slot.data,
      ...(before
        ? [
            { label: 'The file as it was answered before', text: before.source },
            {
              label: 'What is wrong with it; answer with the whole file again',
              text: before.errors,
            },
          ]
        : []),
    ],
    maxOutputTokens,
  });
}

/**
 * Lets a model write a slot: at most three repairs with the exact errors, none once the same error comes again. Where it
 * stays wrong, or the model fails, nothing is filled, and the templated version stands in. Throws `job.cancelled` only.
 */
export async function fillSlotCode(
  slot: CodeSlot,
  model: StepModel,
  prove: Prove,
  context: StepContext,
): Promise<SlotOutcome> {
  const { provider, model: name } = model.describe('code');
  const standsIn = (why: string): SlotOutcome => {
    context.log('warn', `${slot.subject}: the templated version stands in. ${why}`);
    return {
      filled: null,
      decision: {
        subject: slot.subject,
        by: 'embedded',
        model: null,
        reason: `The templated version stands in. ${why}`,
      },
    };
  };
  let before: { source: string; errors: string } | null = null;
  try {
    for (let round = 0; round <= mostRepairs; round++) {
      const source = readSource(await ask(slot, model, round, before));
      const errors = await errorsOf(source, slot, prove);
      if (errors === null) {
        const reason = `Written by the model; it passed the checks, its types and its test ${round === 0 ? 'at once' : `after ${String(round)} repair${round > 1 ? 's' : ''}`}.`;
        context.log('info', `${slot.subject}: ${reason}`);
        return {
          filled: { slot, source },
          decision: { subject: slot.subject, by: 'model', model: `${provider} ${name}`, reason },
        };
      }
      context.log('info', `${slot.subject}: turned down. ${errors.slice(0, 500)}`);
      if (before && normalised(before.errors) === normalised(errors))
        return standsIn('The same error came again after a repair.');
      before = { source, errors };
    }
    return standsIn(`It was still wrong after ${String(mostRepairs)} repairs.`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'job.cancelled') throw error;
    return standsIn(error.message);
  }
}
