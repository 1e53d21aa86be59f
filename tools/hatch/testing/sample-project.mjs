// A small finished project as the API tells it, with the bytes of its files.
import crypto from 'node:crypto';

const hashOf = (/** @type {string | Buffer} */ bytes) =>
  crypto.createHash('sha256').update(bytes).digest('hex');
const servedBy = /** @type {const} */ ({ provider: 'test', mode: 'embedded', reason: 'A test.' });
const digest = hashOf('manifest');

const spec = {
  version: 1,
  prompt: 'A notebook for bee keepers',
  language: 'en',
  name: 'Hivebook',
  slug: 'hivebook',
  tagline: 'A notebook for bee keepers',
  summary: 'Keeps notes about hives.',
  problem: 'Notes get lost.',
  audience: 'Bee keepers',
  category: 'Notes',
  positioning: [],
  entities: [
    {
      name: 'hive',
      plural: 'hives',
      label: 'Hive',
      labelPlural: 'Hives',
      description: 'A hive.',
      icon: 'box',
      titleField: 'title',
      fields: [{ name: 'title', label: 'Title', type: 'text', required: true }],
      view: 'table',
      ownership: 'user',
    },
  ],
  roles: [{ name: 'owner', label: 'Owner', description: 'Owns the rows.' }],
  flows: [{ name: 'Add', actor: 'Owner', steps: ['Open the page.'], acceptance: ['It is there.'] }],
  pages: ['/', '/hives', '/settings'].map((path) => ({
    path,
    title: 'Page',
    purpose: 'Shows things.',
    view: 'table',
    isPublic: false,
  })),
  feature: {
    kind: 'digest',
    name: 'Digest',
    description: 'Sums up.',
    entity: 'hive',
    usesModel: false,
  },
  pricing: {
    currency: 'EUR',
    plans: [
      { name: 'Free', amount: null, period: 'month', features: ['All.'], isHighlighted: true },
    ],
    source: 'undecided',
  },
  brand: { primary: '#112233', accent: '#445566', icon: 'box', tone: 'calm' },
  channels: ['product_hunt'],
  nonGoals: [],
  constraints: [],
};

const proof = {
  kind: 'local-log',
  label: 'Recorded in the log of this instance',
  entry: {
    index: 0,
    digest,
    recordedAt: '2026-01-01T00:00:00.000Z',
    previousHash: '0'.repeat(64),
    entryHash: hashOf('entry'),
    signature: 'c2lnbmF0dXJl',
    keyId: hashOf('key'),
  },
  publicKey: 'PEM',
  servedBy,
};

/** Kind and bytes of each file, by path. */
export const sampleFiles = {
  'package.json': { kind: 'app', bytes: Buffer.from('{}') },
  'launch/deck.pdf': { kind: 'launch', bytes: Buffer.from('deck') },
  'launch/images/logo.svg': { kind: 'launch', bytes: Buffer.from('<svg/>') },
  'hivebook.zip': { kind: 'zip', bytes: crypto.createHash('sha512').update('zip').digest() },
  'hivebook.proof.json': { kind: 'proof', bytes: Buffer.from(JSON.stringify(proof)) },
};

/** @typedef {Record<string, { kind: string, bytes: Buffer }>} SampleFiles */

/**
 * @param {string} projectId
 * @param {string} jobId
 * @param {SampleFiles} files
 */
export function sampleProject(projectId, jobId, files) {
  const artifacts = Object.entries(files).map(([path, { kind, bytes }]) => ({
    path,
    kind,
    mediaType: 'application/octet-stream',
    size: bytes.length,
    sha256: hashOf(bytes),
    url: `/files/${encodeURIComponent(path)}`,
  }));
  const { prompt, name, slug, tagline } = spec;
  const project = {
    ...{ projectId, jobId, name, slug, tagline, prompt, spec, proof },
    createdAt: '2026-01-01T00:00:00.000Z',
    discovery: {
      outcome: 'none_known',
      statement: 'No close competitor known.',
      ...{ queries: [], categories: [], competitors: [], features: [], matrix: [], gaps: [] },
      evidence: [],
      servedBy,
    },
    stack: [],
    verification: {
      outcome: 'passed',
      reason: 'All passed.',
      gates: [{ name: 'types', label: 'Types', outcome: 'passed', durationMs: 1, detail: '' }],
    },
    screenshots: { images: [], reason: 'A test.' },
    launchKit: {
      deck: { slides: [], pptx: 'launch/deck.pptx', pdf: 'launch/deck.pdf', previews: [] },
      ...{ images: [], channels: [], servedBy },
      video: { status: 'not_made', reason: 'A test.' },
    },
    hostedVideo: { status: 'off', reason: 'A test.' },
    servedBy: Object.fromEntries(
      ['discovery', 'mvp', 'marketing', 'packaging', 'identity'].map((key) => [key, servedBy]),
    ),
    fileCount: artifacts.length,
    download: artifacts.find(({ kind }) => kind === 'zip') ?? artifacts[0],
    manifestDigest: digest,
    access: 'owner',
    sharePath: null,
    sharesDownloads: false,
    modelUse: { calls: 0, tokens: 0, microUsd: 0, steps: [] },
    revision: { number: 1, total: 1 },
  };
  return { project, artifacts };
}
