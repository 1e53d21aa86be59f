import {
  stepKeys,
  type DiscoveryResult,
  type LaunchKit,
  type ProductSpec,
  type ServedBy,
  type StepKey,
} from '@hatchr/contracts';
import { escapeMarkdown, linkTo, markdownDocument, markdownTable } from './escape-markdown.js';
import { numberEvidence } from './number-evidence.js';
import { costOfCalls, modelUseBlocks, type ModelUseInput } from './render-model-use.js';
import { stepLabels } from './step-labels.js';

export interface Stack {
  name: string;
  version: string;
}

export interface DecisionsInput extends ModelUseInput {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  launchKit: LaunchKit;
  stack: readonly Stack[];
  servedBy: Readonly<Record<string, ServedBy>>;
  /** Files of app and launch kit: what is not among them was not made. */
  files: readonly { path: string }[];
}

const LIVE_BILLS = 'a service with a key bills the owner of the key';

/** What a step cost without its calls of language models: no other amount is recorded, so none is stated. */
const costs: Record<ServedBy['mode'], string> = {
  embedded: 'nothing',
  live: `not recorded; ${LIVE_BILLS}`,
};

/**
 * `docs/decisions.md`: who did each step, why and at what cost, what the product claims and on what, where its pictures
 * come from, what it is built with.
 */
export function renderDecisions(input: DecisionsInput): string {
  const { spec, launchKit } = input;
  return markdownDocument([
    `# Decisions behind ${escapeMarkdown(spec.name)}`,
    `The idea, as it was given: ${escapeMarkdown(spec.prompt)}`,
    '## Who did each step',
    '`embedded` is part of Hatchr and needs no account; `live` is a service on the network.',
    stepTable(input),
    ...modelUseBlocks(input),
    '## What the product claims',
    claimTable(input),
    '## What makes it this product',
    `${escapeMarkdown(spec.feature.name)}: ${escapeMarkdown(spec.feature.description)}`,
    ...languageOf(spec),
    '## Limits that the idea states',
    bullets(spec.constraints, 'None.'),
    '## Prices',
    priceSource(spec),
    '## Launch video',
    launchKit.video.status === 'made'
      ? `Made: ${launchKit.video.seconds} seconds, ${escapeMarkdown(launchKit.video.path)}.`
      : `Not made. ${escapeMarkdown(launchKit.video.reason)}`,
    '## Where the pictures come from',
    pictureSource(input),
    '## Built with',
    stackTable(input.stack),
  ]);
}

function stepTable({ servedBy, modelCalls }: DecisionsInput): string {
  const known: readonly string[] = stepKeys;
  const others = Object.keys(servedBy).filter((key) => !known.includes(key));
  const rows = [...known, ...others.sort()].flatMap((key) => {
    const served = servedBy[key];
    if (!served) return [];
    const label = Object.hasOwn(stepLabels, key) ? stepLabels[key as StepKey] : escapeMarkdown(key);
    const { provider, mode, reason } = served;
    const calls = costOfCalls(modelCalls.filter(({ step }) => step === key));
    const cost = calls === null ? costs[mode] : mode === 'live' ? `${calls}; ${LIVE_BILLS}` : calls;
    return [[label, escapeMarkdown(provider), mode, escapeMarkdown(reason), cost]];
  });
  if (rows.length === 0) return 'Not recorded.';
  return markdownTable(['Step', 'Done by', 'How', 'Why', 'Cost'], rows);
}

function claimTable({ spec, discovery }: DecisionsInput): string {
  if (spec.positioning.length === 0) return 'No claim against a competitor is made.';
  const numbers = numberEvidence(discovery.evidence);
  const byId = new Map(discovery.evidence.map((item) => [item.id, item]));
  return markdownTable(
    ['Claim', 'Sources (numbers of docs/competitors.md)', 'Addresses and dates'],
    spec.positioning.map(({ claim, evidenceIds }) => [
      escapeMarkdown(claim),
      numbers.cite(evidenceIds),
      evidenceIds
        .flatMap((id) => byId.get(id) ?? [])
        .map((item) => `${linkTo(item.url)} (${escapeMarkdown(item.asOf)})`)
        .join(', ') || 'none',
    ]),
  );
}

/** Screenshots and renderings look alike; a reader is told which they look at. */
function pictureSource({ files }: DecisionsInput): string {
  const count = files.filter(({ path }) => path.startsWith('launch/screenshots/')).length;
  if (count === 0)
    return (
      'No screenshot of the running app was taken. Where deck, images or video show a page of the app, it is drawn from ' +
      'the specification: it shows what the page is meant to hold, not the page itself.'
    );
  return (
    `\`launch/screenshots/\` holds ${count} ${count === 1 ? 'screenshot' : 'screenshots'} of the generated app, taken in a ` +
    'browser while it ran with its demo data; all rows in them are samples. Logo, charts and everything else in deck, images ' +
    'and video are drawn from the specification.'
  );
}

function priceSource({ pricing }: ProductSpec): string {
  return {
    prompt: 'The prices come from the idea as it was given.',
    owner: 'The prices were set by the owner in the specification.',
    undecided: 'The idea names no prices, so none were invented: they are for you to decide.',
  }[pricing.source];
}

function stackTable(stack: readonly Stack[]): string {
  if (stack.length === 0) return 'Not recorded.';
  const row = (part: Stack): string[] => [escapeMarkdown(part.name), escapeMarkdown(part.version)];
  return markdownTable(['Part', 'Version'], stack.map(row));
}

function bullets(items: readonly string[], none: string): string {
  return items.map((item) => `- ${escapeMarkdown(item)}`).join('\n') || none;
}

/** Deck and copy are English whatever the idea was written in; an idea in another language is told so. */
function languageOf({ language }: ProductSpec): string[] {
  if (/^(en|und)\b/u.test(language)) return [];
  return [
    '## Language',
    `The idea is in another language (\`${language}\`). Copy is English: deck, video and texts for channels. The words of the product are kept as they were written.`,
  ];
}
