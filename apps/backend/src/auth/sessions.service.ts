import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@hatchr/contracts';
import { fromNodeHeaders } from 'better-auth/node';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { AUTH } from './auth.tokens.js';
import { type Auth } from './auth.js';

export interface SessionCaller extends Caller {
  name: string;
  email: string | null;
  isGuest: boolean;
}

/**
 * How long a session that was just looked up is believed without asking the database again. Short enough that
 * a revoked session is soon refused, long enough that polling costs no second query.
 */
const BELIEVED_MS = 10_000;
const BELIEVED_MAX = 10_000;

/** Who is calling, from the session cookie; makes a guest session where there is none. */
@Injectable()
export class SessionsService {
  private readonly believed = new Map<string, { caller: SessionCaller; until: number }>();

  constructor(@Inject(AUTH) private readonly auth: Auth) {}

  /** The caller of a request, or null where it carries no valid session. */
  async findCaller(request: IncomingMessage): Promise<SessionCaller | null> {
    const cookie = sessionCookieOf(request);
    if (!cookie) return null;
    const believed = this.believed.get(cookie);
    if (believed && believed.until > Date.now()) return believed.caller;
    const session = await this.auth.api.getSession({ headers: fromNodeHeaders(request.headers) });
    if (!session) return null;
    const caller = toCaller(session.user);
    if (this.believed.size >= BELIEVED_MAX) this.believed.clear();
    this.believed.set(cookie, { caller, until: Date.now() + BELIEVED_MS });
    return caller;
  }

  /** Like `findCaller`; without a session it is nobody, who may see nothing. */
  async readingCaller(request: IncomingMessage): Promise<SessionCaller> {
    return (await this.findCaller(request)) ?? nobody;
  }

  /**
   * Like `findCaller`, but makes a guest on first use and adds the cookie to the answer. A browser that only reads
   * gets none: it reads in parallel, each answer would bring another guest, and a
   * late one would take the place of the guest who has just started a job.
   */
  async ensureCaller(request: IncomingMessage, response: ServerResponse): Promise<SessionCaller> {
    const known = await this.findCaller(request);
    if (known) return known;
    if (isBrowserRead(request)) return nobody;
    const { headers, response: body } = await this.auth.api.signInAnonymous({
      headers: new Headers({ 'user-agent': request.headers['user-agent'] ?? '' }),
      returnHeaders: true,
    });
    for (const cookie of headers.getSetCookie()) response.appendHeader('set-cookie', cookie);
    return toCaller(body.user);
  }

  /** Forgets what was believed, after a sign-in or sign-out changed it. */
  forget(): void {
    this.believed.clear();
  }
}

/** Who owns nothing: no row carries this id. */
const nobody: SessionCaller = {
  userId: 'nobody',
  role: 'user',
  name: 'Guest',
  email: null,
  isGuest: true,
};

/** Browsers say with each request how it came about (Fetch Metadata, W3C); programs do not say from where. */
const isBrowserRead = ({ method, headers }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && headers['sec-fetch-site'] !== undefined;

interface AuthUser {
  id: string;
  name: string;
  email: string;
  isAnonymous?: boolean | null | undefined;
  role?: string | null | undefined;
}

function toCaller(user: AuthUser): SessionCaller {
  const isGuest = user.isAnonymous ?? false;
  return {
    userId: user.id,
    role: user.role === 'admin' ? 'admin' : 'user',
    name: user.name,
    email: isGuest ? null : user.email,
    isGuest,
  };
}

/** The signed session cookie, with the `__Secure-` prefix that https adds or without. */
function sessionCookieOf(request: IncomingMessage): string | undefined {
  return /(?:^|;\s*)(?:__Secure-)?hatchr\.session_token=([^;]+)/.exec(
    request.headers.cookie ?? '',
  )?.[1];
}
