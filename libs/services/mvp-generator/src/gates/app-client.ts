import { findForm, type PageForm } from './read-form.js';

export interface Page {
  path: string;
  status: number;
  body: string;
  location: string | null;
}

/** Asks the app as a browser without JavaScript does; one client is one cookie jar. */
export class AppClient {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly base: string,
    private readonly signal: AbortSignal,
  ) {}

  async get(path: string): Promise<Page> {
    return this.ask(path, {});
  }

  /**
   * Sends the form of a page that holds `mark`, as it comes but for what `fill` gives. Without such a form the
   * answer is the page itself, with status 0.
   */
  async submit(
    path: string,
    mark: string,
    fill: (form: PageForm) => Record<string, string> = () => ({}),
  ): Promise<Page> {
    const page = await this.get(path);
    const form = findForm(page.body, mark);
    if (!form) return { ...page, status: 0 };
    const data = new FormData();
    for (const [name, value] of new Map([...form.values, ...Object.entries(fill(form))]))
      data.append(name, value);
    return this.ask(path, { method: 'POST', body: data, headers: { origin: this.base } });
  }

  private async ask(path: string, init: RequestInit): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(this.base + path, {
      ...init,
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        ...(cookie ? { cookie } : {}),
      },
      redirect: 'manual',
      signal: this.signal,
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    const location = answer.headers.get('location');
    return {
      path,
      status: answer.status,
      body: await answer.text(),
      location: location && new URL(location, this.base).pathname,
    };
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const isGone = /;\s*(?:max-age=0|expires=thu, 01 jan 1970)/iu.test(line);
    if (isGone || pair.slice(at + 1) === '') this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

/**
 * Whether the answer sends to the sign-in. A page that has begun to stream does so inside its body, and React marks
 * the place; a mere link to the sign-in is none.
 */
export const isSentToSignIn = ({ location, body }: Page): boolean =>
  location === '/login' ||
  /NEXT_REDIRECT;\w+;[^;"]*\/login[;?]|__next-page-redirect[^>]*\/login/u.test(body);

/**
 * What is wrong with a page that should have been drawn. An error in a page that has begun to stream comes with
 * status 200: React marks the place of it in the HTML, or calls `$RX` for it later in the stream.
 */
export function pageProblems({ path, status, body }: Page): string[] {
  if (status !== 200) return [`${path} answered ${String(status)} instead of the page.`];
  if (/<template data-dgst=|\$RX\("|__next_error__|could not be loaded/u.test(body))
    return [`${path} failed while it was drawn.`];
  const inside = blockInParagraph.exec(body.replace(/<script\b.*?<\/script>/gsu, ''))?.[1];
  if (inside)
    return [
      `${path} has a <${inside}> inside a <p>, which browsers move out: React then draws it anew.`,
    ];
  return [];
}

// What ends a paragraph by itself, wherever it stands (HTML, "optional tags").
const blockInParagraph =
  /<p(?:\s[^>]*)?>(?:(?!<\/?p[\s>]).)*?<(form|div|ul|ol|dl|table|section|article|fieldset|h[1-6]|pre|nav|header|footer|main)[\s>]/su;
