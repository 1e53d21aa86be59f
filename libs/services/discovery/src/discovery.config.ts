import { z } from 'zod';
import { searchConfigSchema } from './search/search.config.js';
import { builtWithConfigSchema } from './technology/builtwith.config.js';

/** Loopback literals, and names that are reserved for tests (RFC 6761), with a port. */
const loopbackHost = /^(?:127\.0\.0\.1|\[::1\]|(?:[a-z0-9-]+\.)+(?:test|localhost)):\d{1,5}$/u;

/** What research may reach, and as whom. */
export const networkConfigSchema = z
  .object({
    environment: z.enum(['production', 'development', 'test', 'bench']).default('production'),
    /**
     * Page that says what the bot does and how to be left alone; it is part of the user agent, where
     * the operator has one.
     */
    botUrl: z.url({ protocol: /^https?$/u }).optional(),
    /** Exact `host:port` pairs on loopback that the guard lets through. Tests and benchmarks only. */
    allowHosts: z.array(z.string().regex(loopbackHost)).default([]),
  })
  .refine(
    ({ environment, allowHosts }) =>
      allowHosts.length === 0 || environment === 'test' || environment === 'bench',
    { path: ['allowHosts'], error: 'Hosts are exempt from the address guard in tests only.' },
  );
export type NetworkConfig = z.output<typeof networkConfigSchema>;

/** The honest user agent of everything that research asks for. */
export const userAgentOf = ({ botUrl }: Pick<NetworkConfig, 'botUrl'>): string =>
  `HatchrBot/1.0 (${botUrl ? `+${botUrl}` : 'self-hosted'})`;

export const discoveryConfigSchema = z.object({
  /** Largest number of competitors in a result. */
  maximumCompetitors: z.number().int().min(3).max(8).default(8),
  network: networkConfigSchema.prefault({}),
  search: searchConfigSchema.prefault({}),
  builtWith: builtWithConfigSchema.prefault({}),
  /** The Chromium that pages are run in; null: pages are read as the servers send them. */
  browser: z
    .object({
      executablePath: z.string().min(1),
      args: z.array(z.string()).default([]),
      env: z.record(z.string(), z.string()).default({}),
    })
    .nullable()
    .default(null),
  /**
   * For reading the sites of all competitors together and asking BuiltWith; what is known by then is used. With the
   * longest search it stays within the minute that whoever runs research gives it.
   */
  pagesSeconds: z.number().min(1).max(40).default(25),
});

/** Settings of the discovery module. Every one has a default, so `{}` is complete. */
export type DiscoveryConfig = z.input<typeof discoveryConfigSchema>;
