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

export interface Stack {
  name: string;
  version: string;
}

export interface DecisionsInput {
  spec: ProductSpec;
  discovery: DiscoveryResult;
  launchKit: LaunchKit;
  stack: readonly Stack[];
  servedBy: Readonly<Record<string, ServedBy>>;
}

const stepLabels: Record<StepKey, string> = {
  discovery: 'Finding competitors',
  mvp: 'Building the MVP',
  marketing: 'Making the launch kit',
  packaging: 'Packaging',
  identity: 'Recording the proof',
};

/** `docs/decisions.md`: who did each step and why, what the product claims and on what, what it is built with. */
export function renderDecisions(input: DecisionsInput): string {
  const { spec, launchKit } = input;
  return markdownDocument([
    `# Decisions behind ${escapeMarkdown(spec.name)}`,
    `The idea, as it was given: ${escapeMarkdown(spec.prompt)}`,
    '## Who did each step',
    '`embedded` is part of Hatchr and needs no account; `live` is a service that was configured.',
    stepTable(input.servedBy),
    '## What the product claims',
    claimTable(input),
    '## What makes it this product',
    `${escapeMarkdown(spec.feature.name)}: ${escapeMarkdown(spec.feature.description)}`,
    '## Limits that the idea states',
    bullets(spec.constraints, 'None.'),
    '## Prices',
    priceSource(spec),
    '## Launch video',
    launchKit.video.status === 'made'
      ? `Made: ${launchKit.video.seconds} seconds, ${escapeMarkdown(launchKit.video.path)}.`
      : `Not made. ${escapeMarkdown(launchKit.video.reason)}`,
    '## Built with',
    stackTable(input.stack),
  ]);
}

function stepTable(servedBy: DecisionsInput['servedBy']): string {
  const known: readonly string[] = stepKeys;
  const others = Object.keys(servedBy).filter((key) => !known.includes(key));
  const rows = [...known, ...others.sort()].flatMap((key) => {
    const served = servedBy[key];
    if (!served) return [];
    const label = Object.hasOwn(stepLabels, key) ? stepLabels[key as StepKey] : escapeMarkdown(key);
    const { provider, mode, reason } = served;
    return [[label, escapeMarkdown(provider), mode, escapeMarkdown(reason)]];
  });
  if (rows.length === 0) return 'Not recorded.';
  return markdownTable(['Step', 'Done by', 'How', 'Why'], rows);
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
