import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import {
  discoveryResultSchema,
  launchKitSchema,
  productSpecSchema,
  type ProductSpec,
} from '@hatchr/contracts';
import type { DocumentsInput } from '../documents/render-documents.js';
import type { ZipSource } from '../zip/zip-source.js';

export const sha256Hex = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** A source in memory; overrides make it lie about itself. */
export function sourceOf(
  path: string,
  content: string | Uint8Array,
  overrides: Partial<ZipSource> = {},
): ZipSource {
  const bytes = Buffer.from(content);
  return {
    path,
    size: bytes.length,
    sha256: sha256Hex(bytes),
    read: () => Promise.resolve(bytes),
    open: () => Readable.from([bytes], { objectMode: false }),
    ...overrides,
  };
}

/** Keeps what is written. */
export class MemorySink extends Writable {
  private readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

export function specFixture(overrides: Partial<ProductSpec> = {}): ProductSpec {
  return productSpecSchema.parse({
    version: 1,
    prompt: 'a tool that reminds dentists of recalls',
    language: 'en',
    name: 'Recaller',
    slug: 'recaller',
    tagline: 'Recalls that happen',
    summary: 'Reminds patients of their next visit.',
    problem: 'Patients forget their recall.',
    audience: 'Dentists',
    category: 'Scheduling',
    positioning: [{ claim: 'Sends the reminder by letter too', evidenceIds: ['ev-b'] }],
    entities: [
      {
        name: 'recall',
        plural: 'recalls',
        label: 'Recall',
        labelPlural: 'Recalls',
        description: 'A visit that is due.',
        icon: 'bell',
        titleField: 'title',
        fields: [{ name: 'title', label: 'Title', type: 'text', required: true }],
        view: 'table',
        ownership: 'user',
      },
    ],
    roles: [{ name: 'owner', label: 'Owner', description: 'Runs the practice.' }],
    flows: [
      {
        name: 'Plan a recall',
        actor: 'Owner',
        steps: ['Open recalls', 'Add one'],
        acceptance: ['The recall is listed'],
      },
    ],
    pages: [
      { path: '/', title: 'Home', purpose: 'Says what it is', view: 'landing', isPublic: true },
      { path: '/pricing', title: 'Pricing', purpose: 'Prices', view: 'pricing', isPublic: true },
      { path: '/login', title: 'Log in', purpose: 'Lets in', view: 'auth', isPublic: true },
    ],
    feature: {
      kind: 'reminder',
      name: 'Reminder letters',
      description: 'Writes the letter.',
      entity: 'recall',
      usesModel: false,
    },
    pricing: {
      currency: 'EUR',
      plans: [
        { name: 'Solo', amount: null, period: 'month', features: ['All'], isHighlighted: true },
      ],
      source: 'undecided',
    },
    brand: { primary: '#112233', accent: '#445566', icon: 'bell', tone: 'calm' },
    channels: ['product_hunt'],
    nonGoals: ['No billing of insurers'],
    constraints: ['for dentists'],
    ...overrides,
  });
}

const embedded = {
  provider: 'embedded planner',
  mode: 'embedded',
  reason: 'No key is set.',
} as const;

/** Two competitors, one source each; `text` stands at every place where text from outside comes in. */
export function documentsFixture(text = 'plain text'): DocumentsInput {
  const competitor = (id: string, evidenceId: string): object => ({
    id,
    name: `${text} ${id}`,
    url: `https://example.com/${id}|<b>`,
    domain: 'example.com',
    summary: text,
    audience: null,
    category: text,
    featureIds: ['f1'],
    pricingModel: null,
    relevance: 0.5,
    reasons: [text],
    evidenceIds: [evidenceId],
  });
  const evidence = (id: string, competitorId: string): object => ({
    id,
    competitorId,
    claim: text,
    source: 'page',
    url: `https://example.com/source/${id}`,
    asOf: '2026-11-02',
    snippet: text,
    snippetHash: null,
    confidence: 0.8,
  });
  return {
    decisions: [],
    modelCalls: [],
    spec: specFixture({ prompt: `idea ${text}`, nonGoals: [text], constraints: [text] }),
    discovery: discoveryResultSchema.parse({
      outcome: 'found',
      statement: text,
      queries: [text],
      categories: [text],
      competitors: [competitor('a', 'ev-a'), competitor('b', 'ev-b')],
      features: [
        { id: 'f1', label: text },
        { id: 'f2', label: 'Letters' },
      ],
      matrix: [{ competitorId: 'a', cells: { f1: 'yes', f2: 'no' } }],
      gaps: [{ id: 'g', statement: text, evidenceIds: ['ev-b'] }],
      evidence: [evidence('ev-a', 'a'), evidence('ev-b', 'b')],
      servedBy: { ...embedded, provider: text, reason: text },
      prices: [
        {
          ...{ competitorId: 'b', name: text, amount: 8, currency: 'EUR', period: 'month' },
          ...{ billed: 'year', per: text, isFrom: true, isFree: false, isOnRequest: false },
          ...{ trialDays: 14, monthlyAmount: 8, evidenceId: 'ev-b' },
        },
      ],
      positioning: {
        x: { id: 'entry_price', label: text, low: text, high: text },
        y: { id: 'breadth', label: text, low: text, high: text },
        points: [
          { competitorId: 'b', x: 0, y: 1, xValue: text, yValue: text, evidenceIds: ['ev-b'] },
        ],
        openAreas: [{ x: 'low', y: 'low', statement: text }],
        notPlaced: ['a'],
      },
      angles: [{ id: 'w', gapId: 'g', title: text, statement: text, evidenceIds: ['ev-b'] }],
      providers: [
        {
          provider: text,
          outcome: 'answered',
          hits: 2,
          durationMs: 120,
          reason: null,
          sent: [text],
        },
        { provider: 'brave', outcome: 'failed', hits: 0, durationMs: 9, reason: text, sent: [] },
      ],
      leads: [
        {
          title: text,
          url: 'https://example.com/lead',
          kind: 'forum',
          provider: 'x',
          mentions: [],
        },
      ],
    }),
    verification: {
      outcome: 'passed',
      reason: text,
      gates: [{ name: 'types', label: text, outcome: 'passed', durationMs: 1234, detail: text }],
    },
    screenshots: { images: [], reason: text },
    launchKit: launchKitSchema.parse({
      deck: { slides: [], pptx: 'launch/deck.pptx', pdf: 'launch/deck.pdf', previews: [] },
      images: [],
      channels: [],
      video: { status: 'not_made', reason: text },
      servedBy: embedded,
    }),
    stack: [{ name: text, version: '1.0.0' }],
    files: [{ path: 'README.md' }],
    servedBy: { mvp: { ...embedded, reason: text }, discovery: embedded, [`x ${text}`]: embedded },
  };
}
