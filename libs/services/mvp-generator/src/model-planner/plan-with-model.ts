import {
  AppError,
  type Decision,
  type DiscoveryResult,
  type ProductSpec,
  type StepContext,
} from '@hatchr/contracts';
import type { DataPart, StepModel } from '@hatchr/language-model';
import { z } from 'zod';
import { planProduct } from '../planner/plan-product.js';
import { readPrompt } from '../planner/read-prompt.js';
import { checkDraft } from './check-draft.js';
import { draftSchema, type DraftParts } from './draft.schema.js';
import { draftOfSpec } from './draft-of-spec.js';
import type { DraftSource } from './draft-source.js';
import { fitShape } from './fit-shape.js';
import { mergeDraft, partNames, type MergedPlan, type PartName } from './merge-draft.js';
import { planInstructions } from './plan-instructions.js';

export interface ModelPlan {
  spec: ProductSpec;
  decisions: Decision[];
  /** Why the answer is not used as a whole; null where it is. */
  because: string | null;
  /** Whether it makes sense to ask the same model for more: not where its provider, key or budget failed. */
  canAskMore: boolean;
}

// A rich plan of eight entities is about 6000 tokens.
const maxOutputTokens = 16_000;
// More of the web than this tells nothing new and costs tokens.
const mostEvidence = 40;

const draftJson = z.toJSONSchema(draftSchema);
/** The schema of the answer, which takes a sloppy one as what it means. */
const sentSchema = z.preprocess((answer) => fitShape(answer, draftJson), draftSchema);

function dataOf(source: DraftSource): DataPart[] {
  const { prompt, discovery } = source;
  const evidence = discovery.evidence
    .slice(0, mostEvidence)
    .map(({ id, claim, snippet }) => ({ id, claim, snippet: snippet?.slice(0, 300) ?? null }));
  return [
    { label: 'The founder’s sentence', text: prompt },
    {
      label: 'The plan of the rule engine, in the shape of the answer',
      text: JSON.stringify(draftOfSpec(source.embedded)),
    },
    ...(evidence.length > 0
      ? [
          {
            label: 'Gaps among the competitors',
            text: JSON.stringify(discovery.gaps.slice(0, 10)),
          },
          { label: 'Evidence from pages of competitors', text: JSON.stringify(evidence) },
        ]
      : []),
  ];
}

/** Of a list the items that have their shape; anything else as it is. */
function wholeItems(schema: z.ZodType, value: unknown): unknown {
  if (!(schema instanceof z.ZodArray) || !Array.isArray(value)) return value;
  const item = schema.element as z.ZodType;
  return value.filter((candidate) => item.safeParse(candidate).success);
}

/** What of a turned-down answer has the shape of its part. */
function partsOf(answer: unknown): DraftParts {
  const fitted = fitShape(answer, draftJson);
  if (typeof fitted !== 'object' || fitted === null) return {};
  const given = new Map<string, unknown>(Object.entries(fitted));
  const kept = Object.entries(draftSchema.shape).flatMap(([key, schema]): [string, unknown][] => {
    if (!given.has(key)) return [];
    const result = schema.safeParse(wholeItems(schema, given.get(key)));
    return result.success ? [[key, result.data]] : [];
  });
  return Object.fromEntries(kept);
}

function decisionsOf(merged: MergedPlan, model: string, because: string | null): Decision[] {
  const { spec } = merged;
  const isThere = (key: PartName): boolean =>
    key === 'publicPage'
      ? spec.publicPage !== undefined
      : key !== 'positioning' || spec.positioning.length > 0;
  const keys = (Object.keys(partNames) as PartName[]).filter(isThere);
  return keys.map((key) => {
    const { by, turnedDown } = merged.parts[key];
    const whole = because ? `${because} ` : '';
    const refused =
      turnedDown.length > 0 ? ` Turned down: ${turnedDown.slice(0, 5).join(' ')}` : '';
    const reason =
      by === 'model'
        ? `${whole}What the model proposed passed the checks and was kept.`
        : `${whole}What the embedded planner made stands.`;
    return {
      subject: partNames[key],
      by,
      model: by === 'model' ? model : null,
      reason: reason + refused,
    };
  });
}

/** Asks for a plan; the parts that can be used, and why they are not the whole answer. */
async function ask(
  source: DraftSource,
  model: StepModel,
  context: StepContext,
): Promise<{ parts: DraftParts; because: string | null; canAskMore: boolean }> {
  let turnedDown: unknown;
  try {
    const draft = await model.object({
      task: 'plan',
      purpose: 'Plan the product',
      instructions: planInstructions,
      data: dataOf(source),
      maxOutputTokens,
      schemaName: 'product_plan',
      schema: sentSchema,
      check: (value) => checkDraft(value, source),
      onTurnedDown: (answer) => {
        turnedDown = answer;
      },
    });
    return { parts: draft, because: null, canAskMore: true };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'job.cancelled') throw error;
    context.log('warn', `Planning went on without the model. ${error.message}`);
    const canAskMore = /^model\.(?:answer|refused)/u.test(error.code);
    return { parts: partsOf(turnedDown), because: error.message, canAskMore };
  }
}

/**
 * The specification of a sentence: the embedded plan, and with a model what that makes of it. An answer that stays
 * wrong after its repairs gives the parts of it that hold, the embedded plan the rest. Throws `job.cancelled` only.
 */
export async function planWithModel(
  input: { prompt: string; discovery: DiscoveryResult; model: StepModel },
  context: StepContext,
): Promise<ModelPlan> {
  const { prompt, discovery, model } = input;
  const embedded = planProduct(prompt, discovery);
  const source: DraftSource = { prompt, discovery, embedded, reading: readPrompt(prompt) };
  const { parts, because, canAskMore } = await ask(source, model, context);
  const merged = mergeDraft(parts, source);
  const { provider, model: name } = model.describe('plan');
  const decisions = decisionsOf(merged, `${provider} ${name}`, because);
  return { spec: merged.spec, decisions, because, canAskMore };
}
