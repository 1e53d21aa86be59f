import type { LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { AddressGuard } from './address-guard.js';

export interface AgentLimits {
  connectMs: number;
  headersMs: number;
  /** Longest silence between two pieces of a body. */
  bodyIdleMs: number;
}

/** Real sites send policies of more than Node's 16 KB in their headers. */
const maxHeaderSize = 64 * 1024;

function lookUpWith(guard: AddressGuard, port: number): LookupFunction {
  return (hostname, options, callback) => {
    guard.resolve(hostname, port).then(
      (addresses) => {
        if (options.all) callback(null, [...addresses]);
        else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
      },
      (error: unknown) => {
        callback(error as Error, '');
      },
    );
  };
}

/**
 * A connection pool in which every connection is checked as it is made: undici skips the lookup where the host
 * is a literal, so endpoints are checked beside it.
 */
export function createGuardedAgent(guard: AddressGuard, limits: AgentLimits): Agent {
  const connect: buildConnector.connector = (options, callback) => {
    const port = Number(options.port) || (options.protocol === 'https:' ? 443 : 80);
    try {
      guard.checkEndpoint(options.hostname, port);
    } catch (error) {
      callback(error as Error, null);
      return;
    }
    buildConnector({ timeout: limits.connectMs, lookup: lookUpWith(guard, port) })(
      options,
      callback,
    );
  };
  return new Agent({
    connect,
    maxHeaderSize,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyIdleMs,
    pipelining: 1,
  });
}
