import type { GeneratedFile } from '@hatchr/contracts';
import type { AppModel } from '../model/app-model.js';
import { AppClient, isSentToSignIn, pageProblems, type Page } from './app-client.js';
import { walkThrough } from './walk-through.js';

// Pages that answer otherwise on purpose: mail is shown in development only, and a new account is welcomed once.
const elsewhere = new Set(['/outbox', '/welcome']);

/** Paths of the pages of `src/app` whose address has no parameter, private ones apart. */
export function pagePaths(files: readonly GeneratedFile[]): { open: string[]; private: string[] } {
  const pages = files.flatMap(({ path }) => {
    const folder = /^src\/app\/((?:[^[\]]+\/)?)page\.tsx$/u.exec(path)?.[1];
    return folder === undefined ? [] : [folder];
  });
  const addressOf = (folder: string): string =>
    `/${folder.replace(/\([^)]*\)\//gu, '').replace(/\/$/u, '')}`;
  const of = (isPrivate: boolean): string[] =>
    pages
      .filter((folder) => folder.startsWith('(app)/') === isPrivate)
      .map(addressOf)
      .filter((path) => !elsewhere.has(path));
  return { open: of(false), private: of(true) };
}

const uuid = /\/([0-9a-f]{8}-[0-9a-f-]{27})(?=["?/])/u;

async function visitorProblems(
  client: AppClient,
  open: readonly string[],
  hidden: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const path of [...open, '/robots.txt', '/sitemap.xml', '/manifest.webmanifest'])
    problems.push(...pageProblems(await client.get(path)));
  for (const path of hidden) {
    const page = await client.get(path);
    if ((!isSentToSignIn(page) && page.status !== 401) || uuid.test(page.body))
      problems.push(
        `${path} is shown without an account. Every private page has to ask requireUser() first.`,
      );
  }
  return problems;
}

/** Every private page, and of each kind of row its detail and its form, as the account that is signed in. */
async function memberProblems(
  client: AppClient,
  model: AppModel,
  paths: readonly string[],
): Promise<{ problems: string[]; count: number; rows: Map<string, string> }> {
  const problems: string[] = [];
  const rows = new Map<string, string>();
  const visit = async (path: string): Promise<Page> => {
    const page = await client.get(path);
    problems.push(...pageProblems(page));
    return page;
  };
  const exports = model.entities.map(({ table }) => `/api/export/${table}`);
  const listed = [...paths, '/api/export', ...exports];
  for (const path of listed) await visit(path);
  for (const { route, spec } of model.entities) {
    const list = await visit(`${route}?view=table`);
    const id = new RegExp(`href="${route}${uuid.source}`, 'u').exec(list.body)?.[1];
    if (!id) problems.push(`${route} lists no sample row of ${spec.labelPlural}.`);
    else {
      rows.set(route, id);
      await visit(`${route}/${id}`);
      await visit(`${route}/${id}/edit`);
    }
  }
  return { problems, count: listed.length + model.entities.length + 2 * rows.size, rows };
}

export interface VisitReport {
  problems: string[];
  pages: number;
  /** Rows that a new account added, changed and deleted. */
  rows: number;
}

/**
 * Uses a running app as people do: a visitor looks at every open page and is refused everywhere else; a new
 * account signs up, sees every page, adds, changes and deletes a row of each kind, signs out and in again; the
 * demo account sees every page and none of the rows of the new one.
 */
export async function visitApp(
  base: string,
  model: AppModel,
  files: readonly GeneratedFile[],
  signal: AbortSignal,
): Promise<VisitReport> {
  const paths = pagePaths(files);
  const visitor = await visitorProblems(new AppClient(base, signal), paths.open, [
    ...paths.private,
    '/api/export',
  ]);
  const member = new AppClient(base, signal);
  const walk = await walkThrough(member, model, () => memberProblems(member, model, paths.private));
  const demo = new AppClient(base, signal);
  const entry = await demo.submit('/login', 'Open the demo workspace');
  if (entry.location !== '/dashboard')
    return {
      problems: [...visitor, ...walk.problems, 'The demo workspace did not open.'],
      pages: walk.pages,
      rows: walk.rows,
    };
  const shown = await memberProblems(demo, model, paths.private);
  const foreign: string[] = [];
  for (const [route, id] of walk.kept)
    if ((await demo.get(`${route}/${id}`)).body.includes(`${id}/edit`))
      foreign.push(`${route}/${id} of another account is shown to the demo account.`);
  return {
    problems: [...visitor, ...walk.problems, ...shown.problems, ...foreign],
    pages: paths.open.length + 3 + walk.pages + shown.count,
    rows: walk.rows,
  };
}
