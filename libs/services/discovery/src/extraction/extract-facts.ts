import type { Plan } from '@hatchr/contracts';
import { makeFact, type Fact, type FetchedPage } from './fact.js';
import { findAudience } from './find-audience.js';
import { findFeatures, findTableFeatures, mergeFeatures } from './find-features.js';
import { findLanguages, findName, findSummary, findTitle } from './find-identity.js';
import { findIntegrations, mergeIntegrations } from './find-integrations.js';
import { findPlans, mergePlans } from './find-plans.js';
import { readPage, type PageModel } from './page-model.js';
import { readTrialDays } from './read-terms.js';
import { readString } from './structured-data.js';

/** What one page, or all pages read of one site, say. Everything else is not known. */
export interface SiteFacts {
  name: Fact<string> | null;
  title: Fact<string> | null;
  summary: Fact<string> | null;
  audience: Fact<string> | null;
  features: readonly Fact<string>[];
  /** Features that a cross in a table says it does not have. */
  lacks: readonly Fact<string>[];
  plans: readonly Fact<Plan>[];
  /** null where nothing is said, or different things are. */
  trialDays: Fact<number> | null;
  integrations: readonly Fact<string>[];
  /** ISO 639-1. */
  languages: Fact<readonly string[]> | null;
  /** How it sets itself apart; only where a language model read it. */
  positioning?: Fact<string>;
}

function findTrial(model: PageModel): Fact<number> | null {
  const answers = model.data.nodes.flatMap(({ node }) => readString(node['text'], 600) ?? []);
  const found = [...model.text.blocks.map(({ text }) => text), ...answers].flatMap((text) =>
    text.split(/(?<=[.!?])\s/u).flatMap((sentence) => {
      const days = readTrialDays(sentence);
      return days === null ? [] : [{ days, sentence }];
    }),
  );
  const [first] = found;
  if (first === undefined || found.some(({ days }) => days !== first.days)) return null;
  return makeFact(model.page, first.days, first.sentence, 0.85);
}

/**
 * Reads the facts of one page. Pure and total: hostile, broken or empty markup gives fewer facts, never an
 * error and never a guess. Text of the page is data throughout; nothing in it is followed.
 */
export function extractFacts(page: FetchedPage): SiteFacts {
  return readFacts(readPage(page));
}

/** The same of a page that is read already. */
export function readFacts(model: PageModel): SiteFacts {
  const name = findName(model);
  const plans = model.isArticle ? [] : findPlans(model);
  const planNames = plans.flatMap(({ value }) => value.name ?? []);
  const table = findTableFeatures(model, name?.value ?? null, planNames);
  const features = mergeFeatures([
    ...(model.isArticle ? [] : findFeatures(model, plans.length > 0)),
    ...table.has,
  ]);
  const has = new Set(features.map(({ value }) => value.toLowerCase()));
  return {
    name,
    title: findTitle(model),
    summary: model.isArticle ? null : findSummary(model),
    audience: model.isArticle ? null : findAudience(model),
    features,
    lacks: mergeFeatures(table.lacks).filter(({ value }) => !has.has(value.toLowerCase())),
    plans,
    trialDays: model.isArticle ? null : findTrial(model),
    integrations: model.isArticle ? [] : findIntegrations(model),
    languages: findLanguages(model),
  };
}

function pickSurest<T>(facts: readonly (Fact<T> | null)[]): Fact<T> | null {
  const known = facts.filter((fact) => fact !== null);
  // The first of equally sure ones: pages come with the front page first.
  return known.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
}

/**
 * The facts of a site from the facts of its pages, the front page first. Where pages differ on the trial,
 * it is not known; the page that says most on prices is believed for plans, since summaries elsewhere repeat
 * a part of them.
 */
export function mergeFacts(pages: readonly SiteFacts[]): SiteFacts {
  const trials = pages.flatMap(({ trialDays }) => trialDays ?? []);
  const [trial] = trials;
  const has = mergeFeatures(pages.flatMap(({ features }) => features));
  const names = new Set(has.map(({ value }) => value.toLowerCase()));
  return {
    name: pickSurest(pages.map(({ name }) => name)),
    title: pages.find(({ title }) => title !== null)?.title ?? null,
    summary: pages.find(({ summary }) => summary !== null)?.summary ?? null,
    audience: pages.find(({ audience }) => audience !== null)?.audience ?? null,
    features: has,
    lacks: mergeFeatures(pages.flatMap(({ lacks }) => lacks)).filter(
      ({ value }) => !names.has(value.toLowerCase()),
    ),
    plans: mergePlans(
      pages.map(({ plans }) => plans).toSorted((a, b) => b.length - a.length)[0] ?? [],
    ),
    trialDays:
      trial !== undefined && trials.every(({ value }) => value === trial.value) ? trial : null,
    integrations: mergeIntegrations(pages.flatMap(({ integrations }) => integrations)),
    languages: pickSurest(pages.map(({ languages }) => languages)),
  };
}
