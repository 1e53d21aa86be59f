import { Injectable } from '@nestjs/common';
import {
  AppError,
  discoveryResultSchema,
  type DiscoveryResult,
  type StepContext,
} from '@hatchr/contracts';
import { compareFeatures } from './analysis/compare-features.js';
import { comparePrices } from './analysis/compare-prices.js';
import { findGaps } from './analysis/find-gaps.js';
import { mapPositioning } from './analysis/map-positioning.js';
import { suggestAngles } from './analysis/suggest-angles.js';
import { assertNotCancelled } from './assert-not-cancelled.js';
import { readIdea, type Idea } from './ranking/read-idea.js';
import { CompetitorSource } from './sources/competitor-source.port.js';

const maximumQueries = 24;

function listQueries(idea: Idea): string[] {
  const words = idea.words.filter((word) => word.kind === 'content').map((word) => word.written);
  return [...new Set(words)].slice(0, maximumQueries);
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
   * @throws AppError `job.cancelled` (or the signal's own AppError) when the signal is aborted,
   *   `step.output_invalid` when the result breaks its schema
   */
  async discover(input: { prompt: string }, context: StepContext): Promise<DiscoveryResult> {
    assertNotCancelled(context.signal);
    context.progress(0, 'Reading the sentence');
    const idea = readIdea(input.prompt);
    const queries = listQueries(idea);
    context.log('info', `Read ${queries.length} search words.`, {
      queries,
      language: idea.language,
    });
    const findings = await this.source.find(idea, context);
    assertNotCancelled(context.signal);
    context.progress(0.6, `Comparing the features of ${findings.found.length} competitors`);
    const comparison = compareFeatures(findings);
    assertNotCancelled(context.signal);
    context.progress(0.8, 'Looking for gaps');
    const gaps = findGaps(idea, findings);
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
      angles: suggestAngles(gaps, findings.featureLabels),
      evidence: findings.found.flatMap(({ evidence }) => evidence),
      servedBy: findings.servedBy,
      providers: findings.providers,
      leads: findings.leads,
    });
    if (!result.success) throw new AppError('step.output_invalid', { cause: result.error });
    context.log('info', findings.statement, {
      competitors: findings.found.length,
      gaps: gaps.length,
    });
    context.progress(1, 'Competitors compared');
    return result.data;
  }
}
