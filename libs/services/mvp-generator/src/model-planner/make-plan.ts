import type {
  Decision,
  DiscoveryResult,
  ProductSpec,
  ServedBy,
  StepContext,
} from '@hatchr/contracts';
import type { StepModel } from '@hatchr/language-model';
import { chooseBlocks } from '../planner/choose-blocks.js';
import { planPages } from '../planner/plan-pages.js';
import { planProduct } from '../planner/plan-product.js';
import { readPrompt } from '../planner/read-prompt.js';
import { partNames } from './merge-draft.js';
import { planWithModel } from './plan-with-model.js';

export interface PlanRequest {
  prompt: string;
  discovery: DiscoveryResult;
  /** A specification that its owner edited: taken as it is, but for its pages. */
  spec?: ProductSpec | undefined;
  /** Absent or null: the embedded planner alone. */
  model?: StepModel | null | undefined;
}

export interface Plan {
  spec: ProductSpec;
  decisions: Decision[];
  servedBy: ServedBy;
  /** The model for what comes after the plan; null where there is none, or it failed in a way that lasts. */
  model: StepModel | null;
}

const embeddedDecision = (subject: string, reason: string): Decision => ({
  subject,
  by: 'embedded',
  model: null,
  reason,
});

function planEmbedded({ prompt, discovery }: PlanRequest): Plan {
  const spec = planProduct(prompt, discovery);
  const blocks = chooseBlocks(readPrompt(prompt)).map(
    ({ block, terms }) => `${block.category} (${terms.slice(0, 4).join(', ')})`,
  );
  const rows = spec.entities.map(({ labelPlural }) => labelPlural).join(', ');
  const because =
    blocks.length > 0
      ? `The sentence names what these domains are about: ${blocks.join('; ')}.`
      : 'The sentence names no domain that is known, so its own words became the rows.';
  return {
    spec,
    decisions: [
      embeddedDecision(partNames.entities, `${because} It keeps ${rows}.`),
      embeddedDecision(
        partNames.feature,
        `${spec.feature.name}: ${spec.feature.kind.replaceAll('_', ' ')} is what suits these rows.`,
      ),
      embeddedDecision(partNames.copy, 'Worded by the rules of the planner from the sentence.'),
    ],
    servedBy: {
      provider: 'Embedded planner',
      mode: 'embedded',
      reason: 'The planner and the templates of this instance made it; no model was called.',
    },
    model: null,
  };
}

/** A specification that someone edited, with the pages that its entities, feature and public page have by now. */
function takeGiven(spec: ProductSpec, model: StepModel | null): Plan {
  return {
    spec: { ...spec, pages: planPages(spec.entities, spec.feature, spec.publicPage) },
    decisions: [
      {
        subject: 'The specification',
        by: 'owner',
        model: null,
        reason: 'Its owner edited it, and it was taken as it is.',
      },
    ],
    servedBy: {
      provider: 'Embedded planner',
      mode: 'embedded',
      reason:
        'The owner’s edited specification; the templates of this instance built it, no model was called.',
    },
    model,
  };
}

const listOf = (subjects: readonly string[]): string =>
  subjects.map((subject) => subject.toLowerCase()).join(', ');

/** The plan of a job, by its owner, by a model or by the embedded planner, and who decided what. Throws `job.cancelled` only. */
export async function makePlan(request: PlanRequest, context: StepContext): Promise<Plan> {
  if (request.spec) return takeGiven(request.spec, request.model ?? null);
  const { prompt, discovery, model } = request;
  if (!model) return planEmbedded(request);
  const planned = await planWithModel({ prompt, discovery, model }, context);
  const { spec, decisions, because, canAskMore } = planned;
  const next = canAskMore ? model : null;
  const own = decisions.filter(({ by }) => by === 'model').map(({ subject }) => subject);
  const rest = decisions.filter(({ by }) => by !== 'model').map(({ subject }) => subject);
  const { provider, model: name } = model.describe('plan');
  const failure = because ? `${because} ` : '';
  if (own.length === 0)
    return {
      spec,
      decisions,
      model: next,
      servedBy: {
        provider: 'Embedded planner',
        mode: 'embedded',
        reason: `${failure}The planner and the templates of this instance made it.`,
      },
    };
  const others = rest.length > 0 ? ` The embedded planner: ${listOf(rest)}.` : '';
  return {
    spec,
    decisions,
    model: next,
    servedBy: {
      provider: `${provider} ${name}`,
      mode: 'live',
      reason: `${failure}The model planned: ${listOf(own)}.${others} The templates of this instance built it.`,
    },
  };
}
