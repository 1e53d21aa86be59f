import { AppError } from '@hatchr/contracts';
import type { ObjectRequest, StepModel } from '@hatchr/language-model';

/** What a scripted model says to one request: JSON, or the error that its call ends with. */
export type Script = (request: Pick<ObjectRequest<unknown>, 'schemaName' | 'data'>) => unknown;

/** A model that answers as scripted; an answer of the wrong shape is asked for again, as the service does it. */
export function scriptedModel(script: Script): StepModel & { asked: ObjectRequest<unknown>[] } {
  const asked: ObjectRequest<unknown>[] = [];
  const never = (): never => {
    throw new AppError('model.refused');
  };
  return {
    ...{ asked, calls: [], text: never, stream: never },
    describe: () => ({ provider: 'OpenAI', model: 'gpt-5.4-mini' }),
    object: async <Value>(request: ObjectRequest<Value>): Promise<Value> => {
      for (let turn = 0; turn <= (request.repairs ?? 2); turn += 1) {
        asked.push(request as ObjectRequest<unknown>);
        const answer = await script(request);
        if (answer instanceof Error) throw answer;
        const parsed = request.schema.safeParse(answer);
        if (parsed.success) return parsed.data;
      }
      throw new AppError('model.answer_invalid');
    },
  };
}
