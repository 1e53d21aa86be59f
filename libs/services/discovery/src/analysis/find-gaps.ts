import type { DiscoveryResult } from '@hatchr/contracts';
import type { Idea } from '../ranking/read-idea.js';
import type { CompetitorFindings, FoundCompetitor } from '../sources/competitor-source.port.js';
import { answersQualifier, listAskedQualifiers } from '../ranking/idea-qualifiers.js';

type Gap = DiscoveryResult['gaps'][number];

/** A feature that this share of the listed competitors or less is known to have is called rare. */
const rareShare = 0.25;
/** More gaps than this on a page are a list, not a finding. */
const maximumVocabularyGaps = 5;
const maximumGaps = 8;

/**
 * The rows that a statement on what is known, or not known, of all listed competitors rests on: the first of each kind
 * for each competitor, since a site that was read has dozens, and for whoever has the feature the row that says so.
 */
export function evidenceOf(
  found: readonly FoundCompetitor[],
  kinds: readonly string[],
  featureId?: string,
): string[] {
  return found.flatMap(({ competitor, sources }) => {
    const own = featureId === undefined ? undefined : sources?.get(featureId);
    const first = kinds.flatMap(
      (kind) => competitor.evidenceIds.find((id) => id.endsWith(`.${kind}`)) ?? [],
    );
    return own === undefined ? first : [own];
  });
}

function state(
  found: readonly FoundCompetitor[],
  holders: readonly FoundCompetitor[],
  phrase: string,
): string {
  const total = found.length;
  if (holders.length === 0)
    return total === 1
      ? `The one product compared is not known to ${phrase}.`
      : `None of the ${total} products compared is known to ${phrase}.`;
  const names = holders.map(({ competitor }) => competitor.name).join(' and ');
  return `Of the ${total} products compared, only ${names} ${holders.length === 1 ? 'is' : 'are'} known to ${phrase}.`;
}

function isRare(found: readonly FoundCompetitor[], holders: readonly FoundCompetitor[]): boolean {
  return holders.length === 0 || holders.length <= rareShare * found.length;
}

function qualifierGaps(idea: Idea, found: readonly FoundCompetitor[]): Gap[] {
  return listAskedQualifiers(idea.original).flatMap((qualifier) => {
    const holders = found.filter(({ has }) => answersQualifier(qualifier, has));
    if (!isRare(found, holders)) return [];
    return [
      {
        id: `gap.${qualifier.featureId}`,
        statement: state(found, holders, qualifier.phrase),
        evidenceIds: evidenceOf(found, ['features', 'lacks'], qualifier.featureId),
      },
    ];
  });
}

function audienceGap(idea: Idea, found: readonly FoundCompetitor[]): Gap[] {
  const content = idea.audience.filter((word) => word.kind === 'content');
  if (content.length === 0) return [];
  const holders = found.filter(({ stems }) => content.some((word) => stems.has(word.stem)));
  if (!isRare(found, holders)) return [];
  const phrase = `be made for ${idea.audience.map((word) => word.written).join(' ')} in particular`;
  return [
    {
      id: 'gap.audience',
      statement: state(found, holders, phrase),
      evidenceIds: evidenceOf(found, ['summary', 'audience']),
    },
  ];
}

function unknownWordsGap(idea: Idea, findings: CompetitorFindings): Gap[] {
  if (idea.language !== 'en') return [];
  const { found } = findings;
  const audience = new Set(idea.audience.map((word) => word.stem));
  const words = idea.words.filter(
    (word) =>
      word.kind === 'content' &&
      word.weight === 1 &&
      word.written.length > 2 &&
      !audience.has(word.stem) &&
      !findings.namedStems.has(word.stem) &&
      !found.some(({ stems }) => stems.has(word.stem)),
  );
  const quoted = [...new Map(words.map(({ stem, written }) => [stem, written])).values()]
    .slice(0, 3)
    .map((word) => `“${word}”`);
  if (quoted.length === 0) return [];
  const list =
    quoted.length === 1 ? quoted[0] : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1) ?? ''}`;
  return [
    {
      id: 'gap.words',
      statement: `Nothing that is known of the ${found.length === 1 ? 'one product' : `${found.length} products`} compared mentions ${list ?? ''}.`,
      evidenceIds: evidenceOf(found, ['summary', 'audience', 'features']),
    },
  ];
}

function vocabularyGaps(findings: CompetitorFindings, except: ReadonlySet<string>): Gap[] {
  const { found, fields, featureLabels } = findings;
  const candidates = [...new Set(fields[0]?.vocabulary ?? [])].flatMap((id, order) => {
    const holders = found.filter(({ has }) => has.has(id));
    return isRare(found, holders) && !except.has(`gap.${id}`) ? [{ id, holders, order }] : [];
  });
  return candidates
    .toSorted((a, b) => a.holders.length - b.holders.length || a.order - b.order)
    .slice(0, maximumVocabularyGaps)
    .map(({ id, holders }) => ({
      id: `gap.${id}`,
      statement: state(found, holders, `offer “${featureLabels.get(id) ?? id}”`),
      evidenceIds: evidenceOf(found, ['features', 'lacks'], id),
    }));
}

/**
 * What few or none of the listed competitors are known to do: first what the founder's sentence asks for,
 * then what matters in the field. Worded as knowledge, never as "they cannot", each with the rows behind it.
 */
export function findGaps(idea: Idea, findings: CompetitorFindings): Gap[] {
  if (findings.found.length === 0) return [];
  const asked = [
    ...qualifierGaps(idea, findings.found),
    ...audienceGap(idea, findings.found),
    ...unknownWordsGap(idea, findings),
  ];
  const rest = vocabularyGaps(findings, new Set(asked.map(({ id }) => id)));
  return [...asked, ...rest].slice(0, maximumGaps);
}
