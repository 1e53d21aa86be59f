import { markdownText as md } from '../escape/escape-text.js';
import { criteriaOf } from '../criteria/entity-criteria.js';
import type { AppModel } from '../model/app-model.js';

const tasks = (items: readonly string[]): string => items.map((item) => `- [ ] ${item}`).join('\n');

/** Acceptance criteria in free words: promises of the specification that no test holds yet. */
function openCriteria({ spec, entities }: AppModel): string[] {
  const tested = new Set(
    entities.flatMap((entity) => criteriaOf(entity.spec, spec.language).map(({ text }) => text)),
  );
  return spec.flows.flatMap((flow) => flow.acceptance.filter((text) => !tested.has(text)));
}

/** docs/roadmap.md: what is open, told from the specification; nothing in it is a promise of a date. */
export function writeRoadmap(model: AppModel): string {
  const { spec } = model;
  const first = [
    ...(spec.pricing.source === 'prompt'
      ? []
      : ['Decide the prices (`plans` in `src/product.ts`) and set `isPriceDecided`.']),
    'Choose a payment provider and let it set the plan of a profile; nothing is charged today.',
    'Replace the stubs of `/privacy` and `/terms` with texts that counsel has read.',
    'Connect Supabase, set the sender of its mail, and run the pgTAP tests against it.',
    'Set `SITE_URL`, so that links, the sitemap and shared images name the right address.',
  ];
  const learn = [
    `Show it to five people among ${md(spec.audience)} and write down where they stop.`,
    `Ask them whether ${md(spec.feature.name)} gives the answer that they would have worked out by hand.`,
    'Read the waiting list (`docs/waitlist.md` says how) and write to those who are on it.',
  ];
  const open = openCriteria(model).map(md);
  const part = (title: string, text: string): string => `\n## ${title}\n\n${text}\n`;
  return `# Roadmap

What is open, in an order that makes sense. It holds no dates, because nobody has set any.
${part('Before the first customer', tasks(first))}${part('To learn first', tasks(learn))}${
    open.length > 0 ? part('Accepted when, but not tested yet', tasks(open)) : ''
  }${
    spec.constraints.length > 0
      ? part('Limits to keep in mind', spec.constraints.map((text) => `- ${md(text)}`).join('\n'))
      : ''
  }${
    spec.nonGoals.length > 0
      ? part('Left out on purpose', spec.nonGoals.map((text) => `- ${md(text)}`).join('\n'))
      : ''
  }`;
}
