import type { DiscoveryResult, ProductSpec } from '@hatchr/contracts';
import { escapeMarkdown, markdownDocument } from './escape-markdown.js';
import { numberEvidence } from './number-evidence.js';

/**
 * `docs/roadmap.md`: what this version is meant to do and how one can tell, what it leaves out on purpose, what the
 * founder has still to decide, and the gaps of the market. It promises no dates and no features of its own.
 */
export function renderRoadmap(spec: ProductSpec, discovery: DiscoveryResult): string {
  return markdownDocument([
    `# Roadmap of ${escapeMarkdown(spec.name)}`,
    '## This version',
    'What a person can do, and what must hold. `docs/verification.md` says which checks were run.',
    ...spec.flows.map(flowBlock),
    '## Left out on purpose',
    list(spec.nonGoals.map(escapeMarkdown), 'Nothing was ruled out.'),
    '## For you to decide',
    list(openDecisions(spec), 'Nothing is open.'),
    '## Where the market leaves room',
    list(gapsOf(discovery), 'No gap is known.'),
  ]);
}

type Flow = ProductSpec['flows'][number];

function flowBlock(flow: Flow): string {
  const steps = flow.steps.map((step, index) => `${index + 1}. ${escapeMarkdown(step)}`);
  const acceptance = flow.acceptance.map((rule) => `- ${escapeMarkdown(rule)}`);
  return [
    `### ${escapeMarkdown(flow.name)} (${escapeMarkdown(flow.actor)})`,
    steps.join('\n'),
    'It works when:',
    acceptance.join('\n'),
  ].join('\n\n');
}

function openDecisions({ pricing }: ProductSpec): string[] {
  return pricing.plans
    .filter((plan) => plan.amount === null)
    .map((plan) => `The price of the plan ${escapeMarkdown(plan.name)} (${pricing.currency}).`);
}

function gapsOf({ gaps, evidence }: DiscoveryResult): string[] {
  const numbers = numberEvidence(evidence);
  return gaps.map((gap) => {
    const sources = numbers.cite(gap.evidenceIds);
    return `${escapeMarkdown(gap.statement)} (docs/competitors.md: ${sources})`;
  });
}

function list(items: readonly string[], none: string): string {
  return items.map((item) => `- ${item}`).join('\n') || none;
}
