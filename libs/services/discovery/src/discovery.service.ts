import { Injectable } from '@nestjs/common';
import {
  AppError,
  discoveryResultSchema,
  type DiscoveryResult,
  type ServedBy,
  type StepContext,
} from '@hatchr/contracts';
import type { StepModel } from '@hatchr/language-model';
import { compareFeatures } from './analysis/compare-features.js';
import { comparePrices } from './analysis/compare-prices.js';
import { findGaps } from './analysis/find-gaps.js';
import { mapPositioning } from './analysis/map-positioning.js';
import { suggestAngles } from './analysis/suggest-angles.js';
import { assertNotCancelled } from './assert-not-cancelled.js';
import { readIdea, type Idea } from './ranking/read-idea.js';
import { askForComparison } from './model/comparison.js';
import { ComparisonKeeper, type KeptComparison } from './model/keep-comparison.js';
import { ResearchModel } from './model/research-model.js';
import { CompetitorSource, type CompetitorFindings } from './sources/competitor-source.port.js';

const maximumQueries = 24;
/** The step that runs research ends after a minute; what a language model does must be written down before. */
const usualSeconds = 55;

export interface DiscoveryInput {
  prompt: string;
  /** Reads pages and compares beside the rules; absent or null: the rules do it alone. */
  model?: StepModel | null;
  /** Time for the whole research where a model takes part; it gets what the search and the pages leave. */
  seconds?: number;
}

function listQueries(idea: Idea): string[] {
  const words = idea.words.filter((word) => word.kind === 'content').map((word) => word.written);
  return [...new Set(words)].slice(0, maximumQueries);
}

type Compared = Pick<KeptComparison, 'gaps' | 'angles' | 'whyNow'>;

/** Gaps, and what follows from them: by the rules, and with what of a model's comparison rests on the evidence. */
async function compare(
  idea: Idea,
  findings: CompetitorFindings,
  model: ResearchModel | null,
): Promise<Compared> {
  const gaps = findGaps(idea, findings);
  const angles = suggestAngles(gaps, findings.featureLabels);
  if (model === null || findings.found.length === 0) return { gaps, angles, whyNow: [] };
  const comparison = await model.analyse(askForComparison(idea, findings.found, gaps));
  if (comparison === null) return { gaps, angles, whyNow: [] };
  const kept = new ComparisonKeeper(idea, findings).keep(comparison, gaps, angles);
  model.noteAnalysis(kept.kept, kept.refused, kept.what);
  return kept;
}

function nameModel(servedBy: ServedBy, model: ResearchModel): ServedBy {
  const reason = [servedBy.reason, model.describe()].filter((part) => part !== '').join(' ');
  const by = model.servedBy;
  if (by === null) return { ...servedBy, reason };
  return { provider: `${servedBy.provider} and ${by}`, mode: 'live', reason };
}

/** Finds and compares the competitors of an idea. Stateless; asks the source that the module was given. */
@Injectable()
export class DiscoveryService {
  constructor(private readonly source: CompetitorSource) {}

  /** Services that words of an idea are sent to, as people know them; none where nothing leaves this machine. */
  get searchServices(): readonly string[] {
    return this.source.searchServices;
  }

  /**
   * Researches the competitors of one sentence.
   * @returns a result that parses with `discoveryResultSchema`; `none_known` where nothing close is known
   * Of a language model's work only what stands on the pages and rests on the evidence is in it; whatever fails there
   * leaves the result of the rules, and `servedBy.reason` says so.
   * @throws AppError `job.cancelled` (or the signal's own AppError) when the signal is aborted,
   *   `step.output_invalid` when the result breaks its schema
   */
  async discover(input: DiscoveryInput, context: StepContext): Promise<DiscoveryResult> {
    assertNotCancelled(context.signal);
    const { seconds = usualSeconds } = input;
    const model = input.model ? new ResearchModel(input.model, seconds, context) : null;
    context.progress(0, 'Reading the sentence');
    const idea = readIdea(input.prompt);
    const queries = listQueries(idea);
    context.log('info', `Read ${queries.length} search words.`, {
      queries,
      language: idea.language,
    });
    const findings = await this.source.find(idea, context, model);
    assertNotCancelled(context.signal);
    context.progress(0.6, `Comparing the features of ${findings.found.length} competitors`);
    const comparison = compareFeatures(findings);
    assertNotCancelled(context.signal);
    context.progress(0.8, 'Looking for gaps');
    const { gaps, angles, whyNow } = await compare(idea, findings, model);
    assertNotCancelled(context.signal);
    const competitors = findings.found.map(({ competitor }) => competitor);
    const prices = comparePrices(competitors);
    const lacking = new Map(findings.found.map(({ competitor, lacks }) => [competitor.id, lacks]));
    const result = discoveryResultSchema.safeParse({
      outcome: findings.found.length > 0 ? 'found' : 'none_known',
      statement: findings.statement,
      queries: findings.queries ?? queries,
      categories: findings.fields.map(({ label }) => label),
      competitors,
      ...comparison,
      gaps,
      prices,
      positioning: mapPositioning(competitors, prices, lacking),
      angles,
      ...(whyNow.length > 0 ? { whyNow } : {}),
      evidence: findings.found.flatMap(({ evidence }) => evidence),
      servedBy: model ? nameModel(findings.servedBy, model) : findings.servedBy,
      providers: findings.providers,
      leads: findings.leads,
    });
    model?.decide();
    if (!result.success) throw new AppError('step.output_invalid', { cause: result.error });
    context.log('info', findings.statement, {
      competitors: findings.found.length,
      gaps: gaps.length,
    });
    context.progress(1, 'Competitors compared');
    return result.data;
  }
}
