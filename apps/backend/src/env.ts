import { knownNetworks, type AnchoringConfig, type ChainConfig } from '@hatchr/concordium';
import { identityAttributeSchema, type IdentityAttribute } from '@hatchr/contracts';
import type { DiscoveryConfig } from '@hatchr/discovery';
import { pickInstallEnvironment } from '@hatchr/mvp-generator';
import path from 'node:path';
import { z } from 'zod';
import { modelEnvironment, modelPricesSchema, modelsOf } from './models/models-of-environment.js';

const port = z.coerce.number().int().min(0).max(65535);
const seconds = z.coerce.number().int().min(1).max(86_400);
const webAddress = z.url({ protocol: /^https?$/ });
const secret = z.string().min(1).optional();

/** JSON of a shape, as a variable can hold it. */
const json = <Shape extends z.ZodType>(shape: Shape) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'This is not valid JSON.' });
        return z.NEVER;
      }
    })
    .pipe(shape);

/** Every setting of the backend. `.env.example` lists the same names; a test holds the two together. */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** all: one process does everything; api: serves only; worker: runs jobs only. */
  HATCHR_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  HATCHR_HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  /** The origin that people type, where it is not http://localhost:PORT. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where the Next.js server listens; pages are passed on to it. */
  FRONTEND_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(10),
  /** Holds files, keys and the generator's kit; absolute or relative to the working directory. */
  HATCHR_DATA: z.string().min(1).default('.hatchr'),
  /** Signs sessions. Made once and kept in the data folder where it is not given. */
  HATCHR_SECRET: z.string().min(32).optional(),
  /** PKCS8 PEM of the Ed25519 key of the local transparency log; made once where it is not given. */
  PROOF_LOG_KEY: z.string().optional(),
  CONCORDIUM_NETWORK: z.enum(['testnet', 'mainnet', 'private']).default('testnet'),
  /** The node; the public one of the network where only an account is given. */
  CONCORDIUM_NODE_URL: webAddress.optional(),
  /** Names a private chain; the public ones are known. */
  CONCORDIUM_GENESIS_HASH: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The operator's account, as the browser wallet exports it. It signs and pays. */
  CONCORDIUM_ACCOUNT_FILE: z.string().min(1).optional(),
  CONCORDIUM_BATCH_SIZE: z.coerce.number().int().min(1).max(100_000).default(1_000),
  CONCORDIUM_EXPIRY_MINUTES: z.coerce.number().int().min(1).max(110).default(30),
  CONCORDIUM_POLL_SECONDS: z.coerce.number().min(0.05).max(600).default(2),
  /** How many transactions of founders the operator pays for in a day (protocol 10); 0: founders pay themselves. */
  CONCORDIUM_SPONSORED_PER_DAY: z.coerce.number().int().min(0).max(100_000).default(0),
  /** What people can show of the identity behind their account: `adult`, `country`, or both with a comma. */
  CONCORDIUM_ATTRIBUTES: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .pipe(z.array(identityAttributeSchema)),
  /** Id of a project at WalletConnect: with it, wallets on phones can be used too. Public, as browsers send it. */
  WALLETCONNECT_PROJECT_ID: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .optional(),
  WALLETCONNECT_RELAY_URL: z.url({ protocol: /^wss?$/ }).default('wss://relay.walletconnect.com'),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(32).default(2),
  MAX_ACTIVE_JOBS_PER_USER: z.coerce.number().int().min(1).max(1000).default(5),
  /** full: every generated app is type-checked, tested, built and booted before it ships. */
  GENERATOR_GATES: z.enum(['full', 'off']).default('full'),
  GENERATOR_GATE_TIMEOUT_SECONDS: seconds.default(300),
  /** Where the generator keeps its installed dependencies; inside HATCHR_DATA unless given. */
  GENERATOR_KIT_DIR: z.string().min(1).optional(),
  /** off: the app that passed its gates is not photographed. */
  APP_SCREENSHOTS: z.enum(['on', 'off']).default('on'),
  /** Height of the launch video; draft: one small second of it, for tests; off: kits ship without a video. */
  LAUNCH_VIDEO: z.enum(['off', 'draft', '720p', '1080p']).default('1080p'),
  /** on: a WebM with free codecs beside the MP4. */
  LAUNCH_VIDEO_WEBM: z.enum(['on', 'off']).default('on'),
  /** With a key, a voice speaks in launch videos: OpenAI's audio API, or any server that speaks it. */
  SPEECH_API_KEY: secret,
  SPEECH_BASE_URL: webAddress.optional(),
  SPEECH_MODEL: z.string().min(1).optional(),
  SPEECH_VOICE: z.string().min(1).optional(),
  /** With a key, launch videos are also hosted by Livepeer Studio, for players that adapt to the connection. */
  LIVEPEER_API_KEY: secret,
  LIVEPEER_BASE_URL: webAddress.optional(),
  /**
   * A gateway that still offers Livepeer's batch calls for AI (go-livepeer dropped them in 0.10): it draws the
   * backdrop of launch kits from category, mood and colours. Nothing is asked of any while this is empty.
   */
  LIVEPEER_AI_URL: webAddress.optional(),
  LIVEPEER_AI_KEY: secret,
  LIVEPEER_AI_MODEL: z.string().min(1).optional(),
  /** Where pages may load its streams from: sources of a Content-Security-Policy, separated by spaces. */
  LIVEPEER_PLAYBACK_ORIGINS: z
    .string()
    .regex(/^https?:\/\/[\w.*:-]+( https?:\/\/[\w.*:-]+)*$/)
    .default(
      'https://lp-playback.com https://livepeercdn.com https://livepeercdn.studio https://*.lp-playback.studio https://*.livepeer.studio',
    ),
  /** With a key, the owner of a project may have its video redrawn live by Daydream. */
  DAYDREAM_API_KEY: secret,
  DAYDREAM_BASE_URL: webAddress.optional(),
  /** The model that redraws; Daydream's fastest free one where it is not named. */
  DAYDREAM_MODEL: z.string().min(1).optional(),
  /** A live session ends after so long: it costs while it runs. */
  DAYDREAM_MAX_SECONDS: z.coerce.number().int().min(10).max(3600).default(180),
  ...modelEnvironment,
  /** US dollars for a million tokens, by the name of the model: {"name":{"input":1,"cached":0.1,"output":4}}. */
  MODEL_PRICES: json(modelPricesSchema).default({}),
  /** off: nothing of an idea leaves this machine; the bundled catalogue answers alone. */
  DISCOVERY_NETWORK: z.enum(['on', 'off']).default('on'),
  /** At most 15 and 40: the whole step has a minute, and what was found by then must still be compared. */
  DISCOVERY_SEARCH_SECONDS: z.coerce.number().min(1).max(15).default(12),
  DISCOVERY_PAGES_SECONDS: z.coerce.number().min(1).max(40).default(25),
  DISCOVERY_CACHE_DAYS: z.coerce.number().min(0).max(30).default(7),
  /** Page that says what the bot does and how to be left alone; part of its user agent. */
  DISCOVERY_BOT_URL: webAddress.optional(),
  SEARXNG_URL: webAddress.optional(),
  TAVILY_API_KEY: secret,
  TAVILY_KEYLESS: z.enum(['on', 'off']).default('on'),
  TAVILY_BASE_URL: webAddress.optional(),
  BRAVE_SEARCH_API_KEY: secret,
  BRAVE_SEARCH_BASE_URL: webAddress.optional(),
  GOOGLE_SEARCH_API_KEY: secret,
  GOOGLE_SEARCH_ENGINE_ID: secret,
  GOOGLE_SEARCH_BASE_URL: webAddress.optional(),
  HACKER_NEWS_BASE_URL: webAddress.optional(),
  GITHUB_SEARCH_TOKEN: secret,
  GITHUB_API_BASE_URL: webAddress.optional(),
  WIKIDATA_BASE_URL: webAddress.optional(),
  BUILTWITH_API_KEY: secret,
  BUILTWITH_VERSION: z
    .string()
    .regex(/^v\d{1,3}$/)
    .default('v23'),
  BUILTWITH_BASE_URL: webAddress.optional(),
  /** Path of the Chromium that pages are run in, what it needs, and its environment. */
  HATCHR_BROWSER: z.string().min(1).optional(),
  HATCHR_BROWSER_ARGS: json(z.array(z.string())).default([]),
  HATCHR_BROWSER_ENV: json(z.record(z.string(), z.string())).default({}),
  /** Number of proxies in front whose X-Forwarded-* headers may be believed. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** How often one address may ask about proofs and the log, which is open to all; 0: as often as it likes. */
  PROOF_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).max(1_000_000).default(120),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
});

type Environment = z.output<typeof envSchema>;

/** The Chromium that sites and generated apps are opened with; null where none is installed. */
const browserOf = (env: Environment) =>
  env.HATCHR_BROWSER
    ? {
        executablePath: env.HATCHR_BROWSER,
        args: env.HATCHR_BROWSER_ARGS,
        env: env.HATCHR_BROWSER_ENV,
      }
    : null;

/** The part of the configuration that the discovery module takes; its own schema has the defaults. */
function discoveryOf(env: Environment): DiscoveryConfig {
  const { TAVILY_BASE_URL, BRAVE_SEARCH_BASE_URL, GOOGLE_SEARCH_BASE_URL } = env;
  return {
    network: { environment: env.NODE_ENV, botUrl: env.DISCOVERY_BOT_URL },
    search: {
      network: env.DISCOVERY_NETWORK,
      seconds: env.DISCOVERY_SEARCH_SECONDS,
      cacheDays: env.DISCOVERY_CACHE_DAYS,
      searxngUrl: env.SEARXNG_URL,
      tavily: { baseUrl: TAVILY_BASE_URL, key: env.TAVILY_API_KEY, keyless: env.TAVILY_KEYLESS },
      brave: { baseUrl: BRAVE_SEARCH_BASE_URL, key: env.BRAVE_SEARCH_API_KEY },
      google: {
        baseUrl: GOOGLE_SEARCH_BASE_URL,
        key: env.GOOGLE_SEARCH_API_KEY,
        engineId: env.GOOGLE_SEARCH_ENGINE_ID,
      },
      hackerNews: { baseUrl: env.HACKER_NEWS_BASE_URL },
      github: { baseUrl: env.GITHUB_API_BASE_URL, token: env.GITHUB_SEARCH_TOKEN },
      wikidata: { baseUrl: env.WIKIDATA_BASE_URL },
    },
    builtWith: {
      baseUrl: env.BUILTWITH_BASE_URL,
      key: env.BUILTWITH_API_KEY,
      version: env.BUILTWITH_VERSION,
    },
    browser: browserOf(env),
    pagesSeconds: env.DISCOVERY_PAGES_SECONDS,
  };
}

/** A call to a node takes milliseconds; this is how long one that hangs is waited for. */
const CHAIN_CALL_TIMEOUT_MS = 10_000;

/** Nodes agree within seconds; one that is this far behind would not be in use. */
const CHAIN_LAG_MS = 2 * 60_000;

/** The chain and the account on it; no chain where neither a node nor an account is named. */
function concordiumOf(env: Environment): {
  chain: ChainConfig | null;
  anchoring: (Omit<AnchoringConfig, 'accountExport'> & { accountFile: string }) | null;
  sponsoredPerDay: number;
  pollMs: number;
  attributes: IdentityAttribute[];
} {
  const { CONCORDIUM_NETWORK: network, CONCORDIUM_ACCOUNT_FILE: accountFile } = env;
  const known = network === 'private' ? undefined : knownNetworks[network];
  const nodeUrl = env.CONCORDIUM_NODE_URL ?? (accountFile ? known?.nodeUrl : undefined);
  const genesisHash = env.CONCORDIUM_GENESIS_HASH ?? known?.genesisHash;
  const pollMs = env.CONCORDIUM_POLL_SECONDS * 1000;
  const sponsoredPerDay = env.CONCORDIUM_SPONSORED_PER_DAY;
  if (sponsoredPerDay > 0 && !accountFile)
    throw new ConfigError([
      'CONCORDIUM_SPONSORED_PER_DAY: Paying for founders needs CONCORDIUM_ACCOUNT_FILE.',
    ]);
  if (network === 'private' && accountFile && !(nodeUrl && genesisHash))
    throw new ConfigError([
      'CONCORDIUM_NETWORK: A private network needs CONCORDIUM_NODE_URL and CONCORDIUM_GENESIS_HASH.',
    ]);
  const attributes = env.CONCORDIUM_ATTRIBUTES;
  if (attributes.length > 0 && !(nodeUrl && genesisHash))
    throw new ConfigError([
      'CONCORDIUM_ATTRIBUTES: Checking what is shown needs CONCORDIUM_NODE_URL (and CONCORDIUM_GENESIS_HASH of a private network).',
    ]);
  if (!nodeUrl || !genesisHash)
    return { chain: null, anchoring: null, sponsoredPerDay, pollMs, attributes };
  const anchoring = accountFile
    ? {
        accountFile: path.resolve(accountFile),
        batchSize: env.CONCORDIUM_BATCH_SIZE,
        expiryMs: env.CONCORDIUM_EXPIRY_MINUTES * 60_000,
        expiryMarginMs: CHAIN_LAG_MS,
      }
    : null;
  const chain = { nodeUrl, network, genesisHash, callTimeoutMs: CHAIN_CALL_TIMEOUT_MS };
  return { chain, anchoring, sponsoredPerDay, pollMs, attributes };
}

export type AppConfig = ReturnType<typeof loadConfig>;

/** Thrown at start when settings are wrong: all problems at once, names only, never values. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not valid:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * The typed configuration, from environment variables. An empty variable counts as not set, as `.env` files
 * and compose files write it.
 * @throws ConfigError naming every variable that is wrong.
 */
export function loadConfig(environment: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const env = parsed.data;
  const dataDir = path.resolve(env.HATCHR_DATA);
  return {
    isProduction: env.NODE_ENV === 'production',
    role: env.HATCHR_ROLE,
    logLevel: env.LOG_LEVEL,
    dataDir,
    http: {
      host: env.HATCHR_HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL?.replace(/\/+$/, ''),
      frontendUrl: env.FRONTEND_URL,
      trustProxy: env.TRUST_PROXY,
      proofRequestsPerMinute: env.PROOF_REQUESTS_PER_MINUTE,
    },
    database: { url: env.DATABASE_URL, poolSize: env.DATABASE_POOL_SIZE },
    auth: { secret: env.HATCHR_SECRET },
    walletConnect: env.WALLETCONNECT_PROJECT_ID
      ? { projectId: env.WALLETCONNECT_PROJECT_ID, relayUrl: env.WALLETCONNECT_RELAY_URL }
      : null,
    proofs: { logKeyPem: env.PROOF_LOG_KEY, ...concordiumOf(env) },
    jobs: { concurrency: env.WORKER_CONCURRENCY, maxActivePerUser: env.MAX_ACTIVE_JOBS_PER_USER },
    discovery: discoveryOf(env),
    models: modelsOf(env, (message) => {
      throw new ConfigError([message]);
    }),
    launchKit: {
      video: env.LAUNCH_VIDEO,
      videoWebm: env.LAUNCH_VIDEO_WEBM === 'on',
      speech: env.SPEECH_API_KEY
        ? {
            apiKey: env.SPEECH_API_KEY,
            baseUrl: env.SPEECH_BASE_URL,
            model: env.SPEECH_MODEL,
            voice: env.SPEECH_VOICE,
            requestTimeoutMs: 30_000,
          }
        : null,
      pictures: env.LIVEPEER_AI_URL
        ? {
            baseUrl: env.LIVEPEER_AI_URL,
            apiKey: env.LIVEPEER_AI_KEY,
            model: env.LIVEPEER_AI_MODEL,
          }
        : null,
    },
    livepeer: {
      apiKey: env.LIVEPEER_API_KEY,
      baseUrl: env.LIVEPEER_BASE_URL,
      playbackOrigins: env.LIVEPEER_PLAYBACK_ORIGINS.split(' '),
    },
    daydream: {
      apiKey: env.DAYDREAM_API_KEY,
      baseUrl: env.DAYDREAM_BASE_URL,
      model: env.DAYDREAM_MODEL,
      maxSeconds: env.DAYDREAM_MAX_SECONDS,
    },
    generator: {
      gates: env.GENERATOR_GATES,
      gateTimeoutMs: env.GENERATOR_GATE_TIMEOUT_SECONDS * 1000,
      kitDir: path.resolve(env.GENERATOR_KIT_DIR ?? path.join(dataDir, 'kit')),
      // Keys, the embedded database and everybody's files; and what people keep in the folder they start Hatchr from.
      privatePaths: [dataDir, path.resolve('.env')],
      installEnvironment: pickInstallEnvironment(environment),
      screenshots: env.APP_SCREENSHOTS,
      browser: browserOf(env),
    },
  };
}

/** The configuration of this process. The only reader of `process.env`. */
export function loadProcessConfig(): AppConfig {
  // eslint-disable-next-line no-restricted-properties -- the one place that reads the environment
  return loadConfig(process.env);
}
