import { AppError, type Decision, type StepContext } from '@hatchr/contracts';
import type { ObjectRequest, StepModel } from '@hatchr/language-model';
import { assertNotCancelled } from '../assert-not-cancelled.js';
import { untilAborted } from '../pages/until-aborted.js';
import type { SiteReport } from '../research/site-reader.js';
import { keepWhatStands } from './keep-what-stands.js';
import { askForReading } from './site-reading.js';

/** Share of the time for research by which the sites are read; the rest is for the comparison of what they say. */
const readingShare = 0.82;
/** A call with less time than this left would only cost. */
const leastMs = 1500;
/** After one of these no further call can succeed. */
const isFinal = (code: string): boolean =>
  ['model.budget_spent', 'model.unknown', 'model.quota_exhausted', 'provider.key_refused'].includes(
    code,
  );

const outOfTime = 'The language model had not answered when its time was up.';

/**
 * The part of a language model in one piece of research: it reads and compares what was found, within the time that is
 * left. Whatever fails is said once and leaves the result of the rules.
 */
export class ResearchModel {
  private readonly startedAt = performance.now();
  private isGivenUp = false;
  /** Why a call gave nothing, each reason once. */
  private readonly failures = new Set<string>();
  private sites = 0;
  private kept = 0;
  private refused = 0;
  private analysis: { kept: number; refused: number; what: string } | null = null;

  /** @param seconds time for the whole research, from now on */
  constructor(
    private readonly model: StepModel,
    private readonly seconds: number,
    private readonly context: StepContext,
  ) {}

  /** The report of a site with what the model read on its pages, as far as that stands there. */
  async readSite(name: string, report: SiteReport): Promise<SiteReport> {
    if (report.passages.length === 0) return report;
    const reading = await this.ask(askForReading(report.passages), readingShare);
    if (reading === null) return report;
    const { facts, kept, refused } = keepWhatStands(reading, report.facts, report.passages);
    this.sites += 1;
    this.kept += kept;
    this.refused += refused;
    this.context.log(
      refused > 0 ? 'warn' : 'info',
      `${name}: of ${String(kept + refused)} statements that the model read, ${String(kept)} stand on the pages.`,
      { domain: report.domain, kept, refused },
    );
    return { ...report, facts };
  }

  /** An answer over all that was found; null where there is none in time. */
  analyse<Value>(request: ObjectRequest<Value>): Promise<Value | null> {
    return this.ask(request, 1);
  }

  /** Notes what of the analysis was kept. */
  noteAnalysis(kept: number, refused: number, what: string): void {
    this.analysis = { kept, refused, what };
  }

  /** `OpenAI gpt-5.4-mini`, where some of its work is in the result. */
  get servedBy(): string | null {
    const isUsed = this.kept > 0 || (this.analysis?.kept ?? 0) > 0;
    const { provider, model } = this.model.describe('extract');
    return isUsed ? `${provider} ${model}` : null;
  }

  /** What the model did and what it did not, in sentences for the page. */
  describe(): string {
    return [this.describeReading(), this.describeAnalysis(), ...this.failures]
      .filter((sentence) => sentence !== '')
      .join(' ');
  }

  /** Tells who decided what. */
  decide(): void {
    const say = (subject: string, isKept: boolean, reason: string): void => {
      const decision: Decision = {
        ...{ subject, by: isKept ? 'model' : 'embedded' },
        model: isKept ? this.model.describe('extract').model : null,
        reason: [reason, ...this.failures].filter((sentence) => sentence !== '').join(' '),
      };
      this.context.decide?.(decision);
    };
    say(
      'Statements on competitors',
      this.kept > 0,
      this.describeReading() || 'No page was read by the model; the rules read them.',
    );
    say(
      'Gaps, angles and reasons to begin now',
      (this.analysis?.kept ?? 0) > 0,
      this.describeAnalysis() || 'The rules compared what was found.',
    );
  }

  private describeReading(): string {
    if (this.sites === 0) return '';
    const pages =
      this.sites === 1 ? 'the pages of one site' : `the pages of ${String(this.sites)} sites`;
    const read = `The language model read ${pages} beside the rules`;
    return this.kept === 0
      ? `${read}; nothing that it stated stands there word for word, so it was left out.`
      : `${read}: ${count(this.kept, 'statement')} with a quote that stands there ${this.kept === 1 ? 'was' : 'were'} kept, ${String(this.refused)} without one ${this.refused === 1 ? 'was' : 'were'} left out.`;
  }

  private describeAnalysis(): string {
    if (this.analysis === null) return '';
    const { kept, refused, what } = this.analysis;
    return kept === 0
      ? `Nothing of the model’s comparison rests on the evidence, so it was left out.`
      : `Of its comparison ${what} were kept, since they rest on the evidence; ${count(refused, 'claim')} that did not ${refused === 1 ? 'was' : 'were'} left out.`;
  }

  /** @returns null where the model gave nothing; the reason is noted and logged. */
  private async ask<Value>(request: ObjectRequest<Value>, share: number): Promise<Value | null> {
    if (this.isGivenUp) return null;
    const left = this.startedAt + this.seconds * 1000 * share - performance.now();
    if (left < leastMs) return this.fail('No time was left for the language model.');
    const deadline = AbortSignal.timeout(Math.round(left));
    const end = untilAborted(AbortSignal.any([this.context.signal, deadline]));
    try {
      return await Promise.race([this.model.object({ ...request, signal: deadline }), end.promise]);
    } catch (error) {
      assertNotCancelled(this.context.signal);
      if (deadline.aborted) return this.fail(outOfTime);
      if (!(error instanceof AppError) || error.code === 'job.cancelled') throw error;
      this.isGivenUp ||= isFinal(error.code);
      return this.fail(error.message);
    } finally {
      end.dispose();
    }
  }

  private fail(reason: string): null {
    if (!this.failures.has(reason)) this.context.log('warn', reason);
    this.failures.add(reason);
    return null;
  }
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
