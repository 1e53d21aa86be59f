import { markdownText as md } from '../escape/escape-text.js';
import type { ChosenFeature } from '../features/feature-library.js';
import { viewOf, type AppModel } from '../model/app-model.js';

interface Decision {
  title: string;
  decided: string;
  why: string;
  cost: string;
}

const section = ({ title, decided, why, cost }: Decision): string =>
  `## ${title}\n\n${decided}\n\n- Why: ${why}\n- What it costs: ${cost}`;

const shared: Decision[] = [
  {
    title: 'One SQL for two databases',
    decided:
      'The files in `supabase/migrations/` run unchanged on Supabase and on an embedded Postgres (PGlite).',
    why: 'the app starts and its tests prove access rules with no account, and nothing has to be rewritten to go live.',
    cost: 'only what both understand may be used; the embedded one is a single process on a single disk.',
  },
  {
    title: 'The database decides who sees what',
    decided:
      'Every table has row level security with one policy for each verb, and a reference can only point at a row of the same account.',
    why: 'a mistake in a page cannot show one account the rows of another.',
    cost: 'sharing rows between accounts (teams) needs a table of members and new policies.',
  },
  {
    title: 'Local mode sends no mail',
    decided: 'The link for a new password is written to the log of the server.',
    why: 'the app needs no mail service to be tried.',
    cost: 'for real users set up Supabase, whose sign-in service sends the mail.',
  },
];

/** docs/architecture.md: what was decided for this app's code, why, and what it costs. */
export function writeDecisions(model: AppModel, { feature, binding }: ChosenFeature): string {
  const { spec } = model;
  const views = model.entities
    .map((entity) => `- ${md(entity.spec.labelPlural)}: ${viewOf(entity)}`)
    .join('\n');
  const own: Decision[] = [
    {
      title: `${md(spec.feature.name)} is the heart of it`,
      decided: `${md(spec.feature.description)} It works on ${md([...new Set(binding.entities)].map((entity) => entity.spec.labelPlural).join(', '))} and is one pure function in \`src/features/${feature.fileName}.ts\`.`,
      why: 'it is what this product does that a list of rows does not; a pure function can be tested without a database.',
      cost: 'it is computed on each visit from the rows as they are; with very many rows it wants a query of its own.',
    },
    {
      title: 'Each kind of row has the list that suits it',
      decided: `The lists as they are now:\n\n${views}`,
      why: 'what has a date is looked for in time, what has a status is moved along, the rest is searched.',
      cost: 'another view is a change of one word in `src/entities/`, but only where the fields that it needs are there.',
    },
  ];
  const prices: Decision = {
    title: 'Prices',
    decided: {
      prompt: 'The prices are those that the idea named.',
      owner: 'The prices are those that the owner set.',
      undecided: 'No price is decided, and the pages say so.',
    }[spec.pricing.source],
    why:
      spec.pricing.source !== 'undecided'
        ? 'nothing was added to what was said.'
        : 'a made-up number would be a promise that nobody made.',
    cost: 'nothing is charged: there is no payment provider in this code yet.',
  };
  return `# Architecture decisions\n\n${[...own, ...shared, prices].map(section).join('\n\n')}\n`;
}
