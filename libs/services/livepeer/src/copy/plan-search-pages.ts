import { type SearchPage } from '@hatchr/contracts';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { joinWords } from '../text/shape-words.js';
import { fitCopy } from './fit-copy.js';
import { forAudience, type LaunchFacts } from './launch-facts.js';
import { labelInSentence, oneLine, quoted, sentenceCase } from './phrase-words.js';

/**
 * What a result page of Google usually shows of a title and a description before it cuts them. Google sets no limit
 * (https://developers.google.com/search/docs/appearance/title-link and .../snippet); these lose nothing.
 */
export const searchLimits = { title: 60, description: 155 } as const;

type Draft = Omit<SearchPage, 'title' | 'description'> & { title: string; description: string };

/**
 * The pages that are worth being found by, at most fourteen: two of the app, then one each for what it keeps, for
 * near competitors and for gaps. Each rests on something of the specification or the research; no page is planned
 * on a guess, and how often a phrase is searched is not known here.
 */
export function planSearchPages(input: LaunchKitInput, facts: LaunchFacts): SearchPage[] {
  const drafts = [
    ...appPages(input, facts),
    ...recordPages(input, facts),
    ...competitorPages(input, facts),
    ...gapPages(input),
  ];
  const seen = new Set<string>();
  return drafts
    .filter(({ path, phrase }) => {
      const isNew = !seen.has(path) && !seen.has(phrase);
      seen.add(path).add(phrase);
      return isNew;
    })
    .map((draft) => ({
      ...draft,
      // Nobody types quotation marks.
      phrase: draft.phrase.replace(/[“”]/gu, ''),
      title: fitCopy(draft.title, searchLimits.title),
      description: fitCopy(draft.description, searchLimits.description),
    }));
}

/** The first title that is shown whole, or the last. */
function firstThatFits(...titles: [string, string]): string {
  return titles.find((title) => title.length <= searchLimits.title) ?? titles[1];
}

function appPages({ spec }: LaunchKitInput, facts: LaunchFacts): Draft[] {
  const { name, kind, records, featureName } = facts;
  const pages: Draft[] = [
    {
      path: '/',
      state: 'in_app',
      phrase: kind,
      title: firstThatFits(`${name}: ${kind}`, `${name}: ${labelInSentence(spec.category, spec)}`),
      description: `${sentenceCase(records)} in one place${forAudience(facts, ', made for ')}, with ${quoted(featureName)}.`,
      intent: 'transactional',
      restsOn: 'Category and audience of the specification',
    },
    {
      path: '/pricing',
      state: 'in_app',
      phrase: `${name} pricing`,
      title: `${name} pricing`,
      description: `What ${name} costs and what is in each plan: ${joinWords(spec.pricing.plans.map((plan) => oneLine(plan.name)))}.`,
      intent: 'navigational',
      restsOn: 'Plans of the specification',
    },
  ];
  return pages.filter(({ path }) => spec.pages.some((page) => page.path === path && page.isPublic));
}

/** Guides on keeping track of what the app keeps; what to record comes from the fields of the entity. */
function recordPages({ spec }: LaunchKitInput, facts: LaunchFacts): Draft[] {
  return spec.entities.slice(0, 4).map((entity) => {
    const records = labelInSentence(entity.labelPlural, spec);
    const fields = entity.fields
      .slice(0, 4)
      .map((field) => labelInSentence(field.label, spec))
      .join(', ');
    const phrase = `how to keep track of ${records}`;
    return {
      path: `/guides/${pathOf(entity.plural)}`,
      state: 'to_write',
      phrase,
      title: sentenceCase(phrase),
      description: `What to write down about ${records}: ${fields}. A short guide${forAudience(facts, ' for ')}.`,
      intent: 'informational',
      restsOn: `Entity ${entity.name}`,
    };
  });
}

function competitorPages({ discovery }: LaunchKitInput, facts: LaunchFacts): Draft[] {
  return discovery.competitors
    .filter(({ evidenceIds }) => evidenceIds.length > 0)
    .slice(0, 4)
    .map((competitor) => {
      const name = oneLine(competitor.name);
      return {
        path: `/compare/${pathOf(competitor.id)}`,
        state: 'to_write',
        phrase: `${name} alternative`,
        title: firstThatFits(
          `${name} alternative${forAudience(facts, ' for ')}`,
          `${name} alternative`,
        ),
        description: `${facts.name} and ${name} side by side, each statement with its source and date. Where nothing is known, the page says so.`,
        intent: 'commercial',
        restsOn: `Competitor ${competitor.id}`,
      };
    });
}

/** Pages for what the compared products are not known to offer, first what none of them is. */
function gapPages({ spec, discovery }: LaunchKitInput): Draft[] {
  const category = labelInSentence(spec.category, spec);
  const rank = ({ statement }: { statement: string }): number =>
    statement.startsWith('None ') ? 0 : 1;
  return [...discovery.gaps]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((gap): Draft[] => {
      const label = /offer “([^”]+)”\.?$/u.exec(gap.statement)?.[1];
      if (label === undefined) return [];
      const phrase = `${category} ${attribute(labelInSentence(label, spec))}`;
      return [
        {
          path: `/with/${pathOf(gap.id.replace(/^gap\./u, ''))}`,
          state: 'once_offered',
          phrase,
          title: sentenceCase(phrase),
          description: `${gap.statement} What to ask for before you choose.`,
          intent: 'commercial',
          restsOn: `Gap ${gap.id}`,
        },
      ];
    })
    .slice(0, 4);
}

/** `with calendar sync`, `that can be self-hosted`, `that works offline`. */
function attribute(label: string): string {
  return /^(?:can|works|is|has) /u.test(label) ? `that ${label}` : `with ${label}`;
}

const pathOf = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
