'use server';
import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { entities } from '@/entities';
import { getDb, repositoryOf } from '@/lib/db';
import { fieldOf, valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { modelSettings } from '@/lib/env';
import { isWithinLimit } from '@/lib/rate-limit';
import { askModel, ModelError } from './ask-model';
import { assistant } from './assistant';
import { answerByRule } from './assistant-rules';
import { loadSubject } from './load-subject';
import type { AssistantReply } from './subject';

// Arguments of a server action come from the browser, so each one is checked here. Whose row it is, the database checks.
const rowId = z.guid();
const answer = z.object({
  text: z.string().trim().min(1).max(8000),
  choice: z.string().nullable(),
});
const entity = (Object.values(entities) as EntityDefinition[]).find(
  ({ key }) => key === assistant.entity,
)!;

// A model costs money with each question: this many a quarter of an hour is more than a person reads.
const MAX_QUESTIONS = 60;
const QUARTER_HOUR = 15 * 60_000;

const findRow = async (id: string): Promise<BaseRow | null> =>
  repositoryOf(await getDb(), entity.key).get(rowId.parse(id));

/** The answer for one row: the model's where a key is set and it answers, else the rule's with the reason. */
export async function askAssistant(id: string): Promise<AssistantReply | null> {
  const row = await findRow(id);
  if (!row) return null;
  const subject = await loadSubject(entity, row);
  const settings = modelSettings();
  let reason: string | null = null;
  if (settings)
    try {
      if (!isWithinLimit(`assistant:${row.user_id}`, MAX_QUESTIONS, QUARTER_HOUR))
        throw new ModelError(
          `the model was asked ${MAX_QUESTIONS} times within a quarter of an hour`,
        );
      const given = await askModel(settings, assistant.task, subject);
      return { ...given, model: settings.model, reason };
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      reason = error.message;
    }
  return { ...answerByRule(subject), model: null, reason };
}

/** The new value of the field that answers are kept in; null when the answer does not fit there. */
function valueToSave(row: BaseRow, given: z.output<typeof answer>): string | null {
  const { save } = assistant;
  if (!save) return null;
  if (save.mode === 'choose')
    return fieldOf(entity, save.field)?.options?.some(({ value }) => value === given.choice)
      ? given.choice
      : null;
  const before = save.mode === 'append' ? String(valueOf(row, save.field) ?? '') : '';
  const text = before === '' ? given.text : `${before}\n\n${given.text}`;
  return text.length <= save.limit ? text : null;
}

/** Keeps an answer, as the person left it, in the row. The sentence that is returned says what happened. */
export async function saveAnswer(id: string, given: unknown): Promise<string> {
  const parsed = answer.safeParse(given);
  const row = await findRow(id);
  const value = row && parsed.success ? valueToSave(row, parsed.data) : null;
  if (!row || !assistant.save || value === null) return 'This could not be saved.';
  try {
    await repositoryOf(await getDb(), entity.key).update(row.id, { [assistant.save.field]: value });
  } catch (error) {
    console.error(error);
    return 'This could not be saved.';
  }
  revalidatePath('/', 'layout');
  return `Saved to ${assistant.save.label}.`;
}
