import { countOf } from '../../text/shape-words.js';
import {
  evidenceOf,
  notes,
  openSlide,
  type SlideContext,
  type SlideStage,
} from '../deck-context.js';
import { type Area, rowsOf, split } from '../layout.js';
import { text } from '../slide-elements.js';
import { type Slide, type SlideElement } from '../slide-model.js';
import { blank } from '../slide-parts.js';

interface Claim {
  statement: string;
  evidenceIds: string[];
}

/** What in the research speaks for now and what it found open, each with the number of its sources; what has changed is for the founder to name. */
export function whyNowSlide(context: SlideContext): Slide {
  const { spec, discovery } = context;
  const claims = uniqueClaims([
    ...(discovery.whyNow ?? []),
    ...discovery.gaps,
    ...spec.positioning.map(({ claim, evidenceIds }) => ({ statement: claim, evidenceIds })),
  ]).slice(0, 3);
  const slide = openSlide(
    context,
    'side',
    'Why now',
    claims.length > 0 ? `What is still open for ${spec.name}` : 'What has to be true now',
  );
  const { elements, area, on } = slide.stage;
  const [open, change] = split(area, 0.62, 0.68);
  return {
    title: 'Why now',
    notes: notes(
      [
        ...claims.map(
          ({ statement, evidenceIds }) => `${statement} (${countOf(evidenceIds.length, 'source')})`,
        ),
        'A gap is where few or none are known to do something. It is a reason to ask users, not a proof that they want it.',
        'Investors also ask what changed. That is not known yet, so nothing is claimed.',
      ],
      evidenceOf(
        context,
        claims.flatMap((claim) => claim.evidenceIds),
      ),
    ),
    background: on.fill,
    elements: [
      ...elements,
      ...(claims.length > 0 ? claimRows(slide, open, claims) : nothingOpen(slide, open)),
      ...blank(
        slide,
        change,
        'what changed that makes this the moment.',
        'Name one change in technology, rules or habits, with a link, that was not there three years ago.',
      ),
    ],
  };
}

function uniqueClaims(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ statement }) => {
    const isNew = statement !== '' && !seen.has(statement);
    seen.add(statement);
    return isNew;
  });
}

function claimRows(
  { stage, theme }: SlideStage,
  area: Area,
  claims: readonly Claim[],
): SlideElement[] {
  // A single claim has the slide to itself.
  const size = claims.length === 1 ? theme.sizes.lead + 8 : theme.sizes.lead;
  return rowsOf(area, claims.length).flatMap((row, index) => {
    const { elements, inner, on } = stage.panel(row, index === 0 && claims.length > 1);
    const [x, y, w, h] = inner;
    const { statement, evidenceIds } = claims[index] ?? { statement: '', evidenceIds: [] };
    return [
      ...elements,
      text([x, y, w, h - 0.32], statement, {
        size,
        minSize: 10,
        weight: 600,
        face: theme.face,
        colour: on.ink,
        valign: 'middle',
        leading: 1.24,
        group: 'claim',
      }),
      text([x, y + h - 0.26, w, 0.26], evidenceLine(evidenceIds.length), {
        size: 11,
        colour: on.mute,
        valign: 'middle',
        leading: 1.1,
      }),
    ];
  });
}

function nothingOpen(slide: SlideStage, area: Area): SlideElement[] {
  return blank(
    slide,
    area,
    'what only this product does.',
    'The research gave no claim that has a source. Find one thing the compared products do not do, check it on their own pages, and write it here with the link.',
  );
}

function evidenceLine(count: number): string {
  return count === 0
    ? 'No source yet: check before you claim it'
    : `${countOf(count, 'source')}, in the notes`;
}
