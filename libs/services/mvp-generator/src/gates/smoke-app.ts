import { buildAppModel } from '../model/app-model.js';
import { failed, passed, type GateVerdict, type SlotGateInput } from './gate.js';
import { startApp, StartFailure, type RunningApp } from './start-app.js';

interface Page {
  path: string;
  status: number;
  body: string;
  location: string | null;
}

/** Asks the app as a browser with a cookie jar of one session would. */
class AppClient {
  private cookie = '';

  constructor(
    private readonly base: string,
    private readonly signal: AbortSignal,
  ) {}

  async get(path: string): Promise<Page> {
    return this.ask(path, {});
  }

  /** Submits the form of a page whose button says `label`, the way a browser without JavaScript does. */
  async submit(path: string, label: string): Promise<Page> {
    const { body } = await this.get(path);
    const form = [...body.matchAll(/<form[^>]*>[\s\S]*?<\/form>/gu)]
      .map(([text]) => text)
      .find((text) => text.includes(label));
    const data = new FormData();
    for (const [, name = '', value = ''] of (form ?? '').matchAll(
      /<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/gu,
    ))
      data.append(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    return this.ask(path, { method: 'POST', body: data, headers: { origin: this.base } });
  }

  private async ask(path: string, init: RequestInit): Promise<Page> {
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      ...(this.cookie ? { cookie: this.cookie } : {}),
    };
    const answer = await fetch(this.base + path, {
      ...init,
      headers,
      redirect: 'manual',
      signal: this.signal,
    });
    const set = answer.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    if (set.length > 0) this.cookie = set.join('; ');
    return {
      path,
      status: answer.status,
      body: await answer.text(),
      location: answer.headers.get('location'),
    };
  }
}

const rowId = (route: string, body: string): string | undefined =>
  new RegExp(`href="${route}/([0-9a-f-]{36})"`, 'u').exec(body)?.[1];

async function visitorProblems(
  client: AppClient,
  privatePaths: readonly string[],
): Promise<string[]> {
  const problems: string[] = [];
  for (const path of ['/', '/pricing', '/login', '/signup', '/robots.txt', '/sitemap.xml']) {
    const page = await client.get(path);
    if (page.status !== 200) problems.push(`${path} answered ${String(page.status)}.`);
  }
  for (const path of privatePaths) {
    const page = await client.get(path);
    // A streamed page redirects inside its body once its head is sent; either way no row is shown.
    const isRefused = page.location?.endsWith('/login') === true || page.body.includes('/login');
    if (!isRefused || /\/[0-9a-f]{8}-[0-9a-f]{4}-/u.test(page.body))
      problems.push(`${path} is shown without an account.`);
  }
  return problems;
}

async function memberProblems(
  client: AppClient,
  routes: readonly string[],
  extra: readonly string[],
): Promise<{ problems: string[]; pages: number }> {
  const problems: string[] = [];
  const entry = await client.submit('/login', 'Open the demo workspace');
  if (entry.status !== 303)
    return { problems: [`The demo workspace did not open (${String(entry.status)}).`], pages: 0 };
  const paths = [...extra];
  for (const route of routes) {
    const list = await client.get(`${route}?view=table`);
    const id = rowId(route, list.body);
    if (!id) problems.push(`${route} lists no demo row.`);
    paths.push(route, `${route}/new`, ...(id ? [`${route}/${id}`, `${route}/${id}/edit`] : []));
  }
  for (const path of paths) {
    const page = await client.get(path);
    // An error inside a streamed page comes with status 200 and marks its place in the page.
    if (
      page.status !== 200 ||
      /<template data-dgst=|could not be loaded|__next_error__/u.test(page.body)
    )
      problems.push(`${path} answered ${String(page.status)} or failed while it was drawn.`);
  }
  return { problems, pages: paths.length };
}

async function visit(
  input: SlotGateInput,
  base: string,
  signal: AbortSignal,
): Promise<GateVerdict> {
  const model = buildAppModel(input.spec);
  const routes = model.entities.map((entity) => entity.route);
  const feature = input.files.find(
    (file) =>
      /^src\/app\/\(app\)\/[^/]+\/page\.tsx$/u.test(file.path) &&
      typeof file.content === 'string' &&
      file.content.includes('<FeaturePanel'),
  );
  const extra = [
    '/dashboard',
    '/settings',
    '/api/export',
    ...input.files
      .filter((file) => file === feature && !file.path.includes('/dashboard/'))
      .map((file) => `/${file.path.split('/')[3] ?? ''}`),
  ];
  const client = new AppClient(base, signal);
  const visitor = await visitorProblems(client, ['/dashboard', ...routes]);
  const member = await memberProblems(client, routes, extra);
  const problems = [...visitor, ...member.problems];
  return problems.length > 0
    ? failed(problems.slice(0, 10).join('\n'))
    : passed(
        `${String(member.pages + 6)} pages answered, the demo workspace opened, and nothing of it showed without an account.`,
      );
}

/** Starts the built app on a port of its own with an empty database, visits every page, and stops it again. */
export async function smokeApp(input: SlotGateInput): Promise<GateVerdict> {
  const signal = AbortSignal.any([input.signal, AbortSignal.timeout(input.timeoutMs)]);
  let app: RunningApp | undefined;
  try {
    app = await startApp({ slot: input.slot, kitFolder: input.kitFolder, signal });
    const verdict = await visit(input, app.base, signal);
    return verdict.passed ? verdict : failed(`${verdict.detail}\n${app.output()}`);
  } catch (error) {
    input.signal.throwIfAborted();
    if (error instanceof StartFailure) return failed(error.message);
    const reason = signal.aborted ? 'The app did not answer in time.' : String(error);
    return failed(`${reason}\n${app?.output() ?? ''}`);
  } finally {
    await app?.stop();
  }
}
