import type { AppModel, EntityModel } from '../model/app-model.js';
import { sampleForm } from '../writer/write-tests.js';
import { isSentToSignIn, pageProblems, type AppClient, type Page } from './app-client.js';
import { findForm, unescapeHtml, type PageForm } from './read-form.js';

const account = {
  full_name: 'Robin Vale',
  email: 'robin.vale@example.com',
  password: 'a long enough password',
};
const changedMark = 'changed';

/** The alert or the field errors that a form came back with, to say why it was not taken. */
const refusal = ({ status, body, location }: Page): string => {
  const alerts = [...body.matchAll(/role="alert"[^>]*>([^<]*)/gu)].map(([, text = '']) => text);
  return alerts.length > 0
    ? unescapeHtml(alerts.join(' '))
    : `the answer was ${String(status)}${location ? ` to ${location}` : ''}`;
};

/** What a person would type: the sample of the entity, with the first choice of every relation. */
function typed(entity: EntityModel, form: PageForm): Record<string, string> {
  const sample = sampleForm(entity);
  const moments = entity.fields
    .filter((field) => field.spec.type === 'datetime' && sample[field.column])
    // A form holds the wall clock of the person, without seconds and zone.
    .map((field) => [field.column, (sample[field.column] ?? '').slice(0, 16)]);
  const relations = entity.fields
    .filter((field) => field.target)
    .map((field) => [field.column, form.choices.get(field.column)?.[0] ?? '']);
  return { ...sample, ...Object.fromEntries([...moments, ...relations]) } as Record<string, string>;
}

/** Adds, changes and deletes one row through the forms of the app; gives what went wrong. */
async function rowProblems(client: AppClient, entity: EntityModel): Promise<string[]> {
  const { route, spec } = entity;
  const label = spec.label.toLowerCase();
  // The form of the row is the one that asks for its first field; others of the page sign out or delete.
  const mark = `name="${entity.fields[0]?.column ?? ''}"`;
  const added = await client.submit(`${route}/new`, mark, (form) => typed(entity, form));
  const path = added.location;
  if (added.status !== 303 || !path?.startsWith(`${route}/`))
    return [`A new ${label} could not be saved by its form: ${refusal(added)}.`];
  const problems = pageProblems(await client.get(path));
  const name = entity.fields.find((field) => field.spec.type === 'text')?.column ?? '';
  const changed = await client.submit(`${path}/edit`, mark, () =>
    name ? { [name]: changedMark } : {},
  );
  if (changed.status !== 303)
    return [...problems, `A changed ${label} could not be saved by its form: ${refusal(changed)}.`];
  const kept = await client.get(`${path}/edit`);
  if (name && findForm(kept.body, mark)?.values.get(name) !== changedMark)
    problems.push(`The change of ${name} of a ${label} was not kept.`);
  const deleted = await client.submit(path, '>Delete</button></form>');
  if (deleted.status !== 303)
    return [...problems, `A ${label} could not be deleted: ${refusal(deleted)}.`];
  if ((await client.get(path)).body.includes(`${path}/edit`))
    problems.push(`A deleted ${label} is still there.`);
  return problems;
}

export interface Walk {
  problems: string[];
  pages: number;
  rows: number;
  /** A row of the account by its route, that nobody else may see. */
  kept: Map<string, string>;
}

/** Signs up, looks at every page with `visitAll`, works with a row of each kind, signs out and in again. */
export async function walkThrough(
  client: AppClient,
  model: AppModel,
  visitAll: () => Promise<{ problems: string[]; count: number; rows: Map<string, string> }>,
): Promise<Walk> {
  const none = { pages: 0, rows: 0, kept: new Map<string, string>() };
  const signedUp = await client.submit('/signup', 'name="full_name"', () => account);
  // Without mail nobody may learn from a sign-up which addresses are known, so it leads to the sign-in.
  const signedIn =
    signedUp.location === '/login'
      ? await client.submit('/login', 'name="password"', () => account)
      : signedUp;
  if (signedIn.status !== 303 || signedIn.location === '/login')
    return { ...none, problems: [`A new account could not sign up: ${refusal(signedIn)}.`] };
  const welcomed = pageProblems(await client.get('/welcome'));
  const begun = await client.submit('/welcome', 'name="time_zone"', () => ({ start: 'samples' }));
  if (begun.location !== '/dashboard')
    return { ...none, problems: [`A new account could not be set up: ${refusal(begun)}.`] };
  const seen = await visitAll();
  const problems = [...welcomed, ...seen.problems];
  for (const entity of model.entities) problems.push(...(await rowProblems(client, entity)));
  const left = await client.submit('/settings', 'aria-label="Sign out"');
  const outside = await client.get('/dashboard');
  if (left.status !== 303 || !isSentToSignIn(outside))
    problems.push('Signing out does not end the session.');
  const back = await client.submit('/login', 'name="password"', () => account);
  if (back.location !== '/dashboard')
    problems.push(`The account could not sign in again: ${refusal(back)}.`);
  return { problems, pages: seen.count + 3, rows: model.entities.length, kept: seen.rows };
}
