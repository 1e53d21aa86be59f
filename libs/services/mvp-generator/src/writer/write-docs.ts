import { markdownText as md } from '../escape/escape-text.js';
import type { ChosenFeature } from '../features/feature-library.js';
import { viewOf, type AppModel } from '../model/app-model.js';

const cell = (text: string): string => md(text);

function dataTable(model: AppModel): string {
  const rows = model.entities.map(
    (entity) =>
      `| ${cell(entity.spec.labelPlural)} | \`${entity.table}\` | ${viewOf(entity)} | ${entity.fields.map((field) => cell(field.spec.label)).join(', ')} |`,
  );
  return ['| What | Table | View | Fields |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function diagram(model: AppModel): string {
  const relations = model.entities.flatMap((entity) =>
    entity.fields.flatMap((field) =>
      field.target ? [`  ${field.target.table} ||--o{ ${entity.table} : ${field.column}`] : [],
    ),
  );
  const lines =
    relations.length > 0
      ? relations
      : model.entities.map((entity) => `  users ||--o{ ${entity.table} : owns`);
  return ['```mermaid', 'erDiagram', ...lines, '```'].join('\n');
}

/** README.md of the product: what it is, how to run it, where things are. */
export function writeReadme(model: AppModel, { feature }: ChosenFeature): string {
  const { spec } = model;
  return `# ${md(spec.name)}

${md(spec.tagline)}

${md(spec.summary)}

## Run it

\`\`\`sh
npm ci
npm run dev
\`\`\`

Open http://localhost:3000, choose "Sign in" and "Open the demo workspace". No account and no key is needed: with
empty Supabase settings the app runs its own SQL migrations on an embedded Postgres (PGlite) in \`.data/\`, with the
same row level security.

| Command | What it does |
| --- | --- |
| \`npm run check\` | secrets, lint, types, tests, production build and a visit to every page |
| \`npm test\` | forms, acceptance criteria, and row level security for each table and verb |
| \`npm run doctor\` | says what is missing on this machine |
| \`docker compose up --build\` | production image on port 3000 |

Demo login: \`demo@example.com\` with the password \`demo-password\` (local mode, and Supabase after the seed).

## Data

${dataTable(model)}

${diagram(model)}

Each row belongs to the account that made it. A row can refer only to rows of the same account.

## ${md(spec.feature.name)}

${md(spec.feature.description)} The rule is one pure function in \`src/features/${feature.fileName}.ts\` with its tests
in \`tests/${feature.fileName}.test.ts\`.

## Use Supabase

1. Create a project, then \`npx supabase link\` and \`npx supabase db push\`.
2. Copy \`.env.example\` to \`.env.local\` and set the address and the publishable key.
3. \`npm run doctor\` tells whether it answers.

## Settings

All are optional; \`.env.example\` says what each is for.

| Name | For |
| --- | --- |
| \`NEXT_PUBLIC_SUPABASE_URL\`, \`NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY\` | Supabase instead of the local database |
| \`SUPABASE_SECRET_KEY\` | account deletion in Supabase mode (server only) |
| \`FRAME_ANCESTORS\` | origins that may show the site in a frame |
| \`SESSION_SECRET\`, \`COOKIE_SECURE\` | local sessions |
| \`DATA_DIR\` | folder of the local database |
| \`SITE_URL\`, \`APP_BASE_PATH\` | public address and path prefix |

## Deploy

Before you do: \`/privacy\` and \`/terms\` are stubs; replace them with counsel before you take customers.
\`docs/roadmap.md\` lists what else is open.

**Vercel and Supabase.** Set up Supabase as above, import this repository in Vercel (it finds Next.js by itself), and set
\`NEXT_PUBLIC_SUPABASE_URL\`, \`NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY\`, \`SUPABASE_SECRET_KEY\` and \`SITE_URL\`. In
Supabase, under Authentication, URL configuration, set the site's address and allow \`<address>/auth/confirm\`, which the
links in its mail lead to. A host without a lasting disk, as Vercel is, cannot run local mode.

**Docker.** \`docker compose up --build\` runs the image on port 3000 with its database in a volume. Put a proxy with
HTTPS in front of it and set \`SITE_URL\` and \`SESSION_SECRET\` in \`.env\`. For Supabase
instead of the volume put its values into the same file and build again: Next.js writes the NEXT_PUBLIC ones into the
build.

**Costs.** The code itself calls no paid service. What a host and Supabase charge is on
https://vercel.com/pricing and https://supabase.com/pricing; a container runs on a machine with 1 GB of memory.

**Limits.** Local mode is one process on one disk: right for a demo or one small team, not for several servers. It sends
no mail: the link for a new password is in the log of the server (and at \`/outbox\` in development). Attempts to sign in
are counted by each server process. A chart of the dashboard reads at most 1000 rows. A file has at most 5 MB, the files
of an account 50 MB. The
waiting list is exported as \`docs/waitlist.md\` says; \`supabase test db\` runs the pgTAP tests.

## Where things are

| Folder | Holds |
| --- | --- |
| \`src/product.ts\` | every word about the product |
| \`src/entities/\` | one file for each kind of row: fields, form, list |
| \`src/features/\` | what makes it this product |
| \`src/lib/db/\` | one repository interface, two adapters |
| \`supabase/\` | migrations and demo rows |
| \`docs/\` | the specification that all of it follows, decisions, roadmap |

The font is Inter (SIL Open Font License 1.1), the icons are from Lucide (ISC licence); both are part of this
repository, so no page asks another server for anything.
`;
}

const list = (items: readonly string[]): string => items.map((item) => `- ${md(item)}`).join('\n');

/** docs/spec.md: the specification in words. */
export function writeSpecDocument(model: AppModel): string {
  const { spec } = model;
  const flows = spec.flows
    .map(
      (flow) =>
        `### ${md(flow.name)}\n\n${md(flow.actor)}\n\n${list(flow.steps)}\n\nAccepted when:\n\n${list(flow.acceptance)}`,
    )
    .join('\n\n');
  const prices = spec.pricing.plans
    .map(
      (plan) =>
        `- ${md(plan.name)}: ${plan.amount === null ? 'price to be decided' : `${String(plan.amount)} minor units of ${spec.pricing.currency} (${plan.period})`}`,
    )
    .join('\n');
  const section = (title: string, items: readonly string[]): string =>
    items.length > 0 ? `\n## ${title}\n\n${list(items)}\n` : '';
  return `# Specification of ${md(spec.name)}

> ${md(spec.prompt)}

- Kind: ${md(spec.category)}
- For: ${md(spec.audience)}
- Problem: ${md(spec.problem)}
${section('Limits that were named', spec.constraints)}${section(
    'Against the alternatives',
    spec.positioning.map(({ claim }) => claim),
  )}
## Data

${dataTable(model)}

## Roles

${spec.roles.map((role) => `- ${md(role.label)}: ${md(role.description)}`).join('\n')}

## Flows

${flows}

## ${md(spec.feature.name)}

${md(spec.feature.description)}

## Pages

${spec.pages.map((page) => `- \`${page.path}\` ${md(page.title)}: ${md(page.purpose)}`).join('\n')}

## Prices

${prices}
${section('Not part of it', spec.nonGoals)}`;
}

/** AGENTS.md: what a person or a program that changes this code must know. */
export function writeAgents(model: AppModel): string {
  const example = model.entities[0];
  return `# Working on this code

- Check every change with \`npm run check\`.
- A new kind of row: a migration (table, GRANTs, row level security for each verb, composite reference), a file in
  \`src/entities/\` (copy \`${example?.fileName ?? 'one'}.ts\`), its line in \`src/entities/index.ts\`, four short pages in
  \`src/app/(app)/\`, a form in \`tests/sample-forms.ts\`. The tests of row level security then cover it.
- Never change a migration that has run; add one.
- Authorisation is in the database. Pages and actions go through \`getDb()\`, never around it.
- Arguments of server actions come from the browser: parse them.
- Text about the product is in \`src/product.ts\`, colours in \`src/app/brand.css\`.
- The app must build and start with no setting at all and with no network.
`;
}

/** LICENSE: MIT in the name of the product's authors. */
export function writeLicence(name: string): string {
  return `MIT License

Copyright (c) the authors of ${name.replace(/\s+/gu, ' ')}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;
}
