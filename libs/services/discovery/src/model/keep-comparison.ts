import type { Angle, DiscoveryResult } from '@hatchr/contracts';
import { evidenceOf } from '../analysis/find-gaps.js';
import { cleanText } from '../extraction/clean-text.js';
import { cutWords } from '../ranking/cut-words.js';
import type { Idea } from '../ranking/read-idea.js';
import type { CompetitorFindings, FoundCompetitor } from '../sources/competitor-source.port.js';
import { isClaimFounded, type ClaimGround } from './check-claim.js';
import { chooseRows, type Comparison } from './comparison.js';

type Gap = DiscoveryResult['gaps'][number];

const maximumGaps = 8;
const maximumNewGaps = 3;
const maximumAngles = 3;
const maximumReasons = 2;
const longestNeed = 60;
const longestTitle = 70;
const longestSentence = 260;

/** The comparison of the rules with what of a model's holds. */
export interface KeptComparison {
  gaps: Gap[];
  angles: Angle[];
  whyNow: NonNullable<DiscoveryResult['whyNow']>;
  kept: number;
  refused: number;
  /** `2 gaps, 1 angle and 1 reason to begin now`. */
  what: string;
}

const contentStems = (text: string): string[] =>
  cutWords(text).flatMap(({ stem, kind }) => (kind === 'stop' ? [] : [stem]));

/** Everything that is known of a competitor, in stems: what it says and what it has. */
function knownOf(
  { stems, has }: FoundCompetitor,
  labels: ReadonlyMap<string, string>,
): Set<string> {
  return new Set([...stems, ...[...has].flatMap((id) => contentStems(labels.get(id) ?? ''))]);
}

/**
 * A need as a gap, in our words. That nobody mentions it is not believed but looked up; it is made of words of the idea
 * and of the evidence, so that no name can come in by it.
 */
function toGap(need: string, order: number, idea: Idea, findings: CompetitorFindings): Gap | null {
  const { found, featureLabels } = findings;
  const text = cleanText(need).replace(/[.“”"]/gu, '');
  const stems = contentStems(text);
  const asked = new Set(idea.words.map(({ stem }) => stem));
  const known = found.map((one) => knownOf(one, featureLabels));
  const rows = found.flatMap(({ evidence }) => evidence.flatMap(({ snippet }) => snippet ?? []));
  const vocabulary = new Set([
    ...asked,
    ...known.flatMap((one) => [...one]),
    ...contentStems(rows.join('. ')),
    ...contentStems([...featureLabels.values()].join('. ')),
  ]);
  const isNamed = known.some((one) => stems.every((stem) => one.has(stem)));
  if (text.length > longestNeed || stems.length === 0 || isNamed || /\p{N}/u.test(text))
    return null;
  if (!stems.every((stem) => vocabulary.has(stem)) || !stems.some((stem) => asked.has(stem)))
    return null;
  const products = found.length === 1 ? 'the one product' : `the ${String(found.length)} products`;
  return {
    id: `gap.need-${String(order)}`,
    statement: `Nothing that is known of ${products} compared mentions “${text}”.`,
    evidenceIds: evidenceOf(found, ['summary', 'audience', 'features']),
  };
}

/** Keeps of a model's comparison what rests on the evidence, beside what the rules found. */
export class ComparisonKeeper {
  private readonly ground: ClaimGround;
  /** The model's own gaps by the name that its angles give them. */
  private readonly own = new Map<string, Gap>();
  private refused = 0;

  constructor(
    private readonly idea: Idea,
    private readonly findings: CompetitorFindings,
  ) {
    this.ground = {
      rows: new Map(chooseRows(findings.found).map((row) => [row.id, row])),
      prompt: idea.original,
      names: new Map(findings.found.map(({ competitor: { id, name } }) => [id, name])),
    };
  }

  keep(
    comparison: Comparison,
    ruleGaps: readonly Gap[],
    ruleAngles: readonly Angle[],
  ): KeptComparison {
    this.takeGaps(comparison.gaps);
    const own = [...this.own.values()];
    const gaps = [...ruleGaps.slice(0, maximumGaps - own.length), ...own];
    const angles = this.takeAngles(comparison.angles, gaps);
    const whyNow = this.takeReasons(comparison.whyNow);
    const others = ruleAngles.filter(({ gapId }) => !angles.some((angle) => angle.gapId === gapId));
    return {
      gaps,
      angles: [...angles, ...others].slice(0, maximumAngles),
      whyNow,
      kept: own.length + angles.length + whyNow.length,
      refused: this.refused,
      what: `${countOf(own.length, 'gap')}, ${countOf(angles.length, 'angle')} and ${countOf(whyNow.length, 'reason')} to begin now`,
    };
  }

  private refuse(): [] {
    this.refused += 1;
    return [];
  }

  private takeGaps(needs: Comparison['gaps']): void {
    for (const [place, { need, evidenceIds }] of needs.entries()) {
      const order = place + 1;
      const isCited = evidenceIds.length > 0 && evidenceIds.every((id) => this.ground.rows.has(id));
      const gap = isCited ? toGap(need, order, this.idea, this.findings) : null;
      if (gap !== null && this.own.size < maximumNewGaps) this.own.set(`new.${String(order)}`, gap);
      else this.refuse();
    }
  }

  private takeAngles(claims: Comparison['angles'], gaps: readonly Gap[]): Angle[] {
    const byId = new Map([...gaps.map((gap) => [gap.id, gap] as const), ...this.own]);
    const taken = new Set<string>();
    return claims.flatMap(({ gap: name, title, advice, evidenceIds }): Angle[] => {
      const gap = byId.get(name);
      const isFit = title.length <= longestTitle && advice.length <= longestSentence;
      if (gap === undefined || taken.has(gap.id) || taken.size === maximumAngles || !isFit)
        return this.refuse();
      if (![title, advice].every((text) => isClaimFounded(text, evidenceIds, this.ground)))
        return this.refuse();
      taken.add(gap.id);
      return [
        {
          id: gap.id.replace(/^gap\./u, 'angle.'),
          gapId: gap.id,
          title,
          statement: `${gap.statement} ${advice}`,
          evidenceIds: [...new Set([...gap.evidenceIds, ...evidenceIds])],
        },
      ];
    });
  }

  private takeReasons(claims: Comparison['whyNow']): KeptComparison['whyNow'] {
    return claims.flatMap(({ statement, evidenceIds }, place) =>
      place < maximumReasons &&
      statement.length <= longestSentence &&
      isClaimFounded(statement, evidenceIds, this.ground)
        ? [{ statement, evidenceIds: [...new Set(evidenceIds)] }]
        : this.refuse(),
    );
  }
}

function countOf(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
