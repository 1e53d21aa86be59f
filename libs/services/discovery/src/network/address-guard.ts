import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { NetworkError } from './network.errors.js';
import { parseUrl } from './parse-url.js';
import { isPublicAddress } from './public-address.js';

export interface ResolvedAddress {
  address: string;
  family: number;
}
/** Resolves a host name to all of its addresses. */
export type Resolver = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface GuardOptions {
  /**
   * Exact `host:port` pairs that are let through although they are not public: tests and benchmarks on
   * loopback only. The schema of the configuration rejects them everywhere else.
   */
  allowHosts?: readonly string[];
  /** Origins that the operator configured, such as a SearXNG in the private network. Never from a page. */
  operatorOrigins?: readonly string[];
  resolve?: Resolver;
}

const defaultPorts: Record<string, number> = { 'http:': 80, 'https:': 443 };
const publicPorts: ReadonlySet<number> = new Set(Object.values(defaultPorts));
/** Names that stand for this machine or the network it is in, whatever the resolver says (RFC 6761, 6762, 8375, 9476). */
const privateSuffixes =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|lan|corp|home|private|alt|onion|home\.arpa)$/u;
/** Reserved for tests (RFC 6761): once allow-listed, they mean this machine without asking any DNS. */
const testNames = /\.(?:test|localhost)$/u;

const resolveWithSystem: Resolver = (hostname) =>
  lookup(hostname, { all: true, order: 'verbatim' });

/** Port of a URL, also where it is the scheme's own. */
export const portOf = (url: URL): number => Number(url.port) || (defaultPorts[url.protocol] ?? 0);

/** Host of a URL without IPv6 brackets and without the trailing dot that names the same host. */
const hostOf = (hostname: string): string =>
  hostname
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/\.$/u, '')
    .toLowerCase();

const endpointOf = (host: string, port: number): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

const endpointOfUrl = (url: URL): string => endpointOf(hostOf(url.hostname), portOf(url));

/** Decides which addresses may be reached. Every connection of this lib asks it, whoever wants to connect. */
export class AddressGuard {
  private readonly exempt: ReadonlySet<string>;
  private readonly operated: ReadonlySet<string>;
  private readonly resolveName: Resolver;

  constructor(options: GuardOptions = {}) {
    this.operated = new Set(
      (options.operatorOrigins ?? []).map((origin) => endpointOfUrl(new URL(origin))),
    );
    this.exempt = new Set([...(options.allowHosts ?? []), ...this.operated]);
    this.resolveName = options.resolve ?? resolveWithSystem;
  }

  /**
   * Parses a URL and refuses what needs no resolver to be refused. Decimal, octal, hexadecimal and short forms
   * of IPv4 are addresses to the URL parser, so they are seen as what they mean.
   * @throws NetworkError `refused_address`
   */
  checkUrl(text: string): URL {
    const url = parseUrl(text);
    if (!url) throw new NetworkError('refused_address', 'The address is not a URL.');
    if (!(url.protocol in defaultPorts))
      throw new NetworkError('refused_address', `${url.protocol} is neither http nor https.`);
    if (url.username || url.password)
      throw new NetworkError('refused_address', 'The address carries a user name or a password.');
    this.checkEndpoint(url.hostname, portOf(url));
    return url;
  }

  /** Whether the operator configured it: no other origin may redirect there. */
  isOperated(url: URL): boolean {
    return this.operated.has(endpointOfUrl(url));
  }

  /**
   * The part of the check that a connection needs again: literals and ports, which no lookup ever sees.
   * @throws NetworkError `refused_address`
   */
  checkEndpoint(hostname: string, port: number): void {
    const host = hostOf(hostname);
    if (this.exempt.has(endpointOf(host, port))) return;
    const refuse = (reason: string) =>
      new NetworkError('refused_address', `${endpointOf(host, port)} ${reason}.`);
    if (!publicPorts.has(port)) throw refuse('is not a port of the public web');
    if (isIP(host)) {
      if (!isPublicAddress(host)) throw refuse('is not a public address');
      return;
    }
    if (!host.includes('.') || privateSuffixes.test(host)) throw refuse('is a private name');
  }

  /**
   * The addresses that a connection to this endpoint may use, all of them checked. The connection takes them
   * from here and asks no resolver again, so an answer that changes in between changes nothing.
   * @throws NetworkError `refused_address` where a single one is not public, `unavailable` where there is none
   */
  async resolve(hostname: string, port: number): Promise<readonly ResolvedAddress[]> {
    this.checkEndpoint(hostname, port);
    const host = hostOf(hostname);
    const isExempt = this.exempt.has(endpointOf(host, port));
    if (isIP(host)) return [{ address: host, family: isIP(host) }];
    if (isExempt && testNames.test(host)) return [{ address: '127.0.0.1', family: 4 }];
    const addresses = await this.lookUp(host);
    if (!isExempt && !addresses.every(({ address }) => isPublicAddress(address)))
      throw new NetworkError(
        'refused_address',
        `${host} resolves to an address that is not public.`,
      );
    return addresses;
  }

  private async lookUp(host: string): Promise<readonly ResolvedAddress[]> {
    let addresses: readonly ResolvedAddress[];
    try {
      addresses = await this.resolveName(host);
    } catch (cause) {
      throw new NetworkError('unavailable', `${host} does not resolve.`, { cause });
    }
    if (addresses.length === 0) throw new NetworkError('unavailable', `${host} has no address.`);
    return addresses;
  }
}
