import type {
  DiscoveryResult,
  LaunchKit,
  ProductSpec,
  Proof,
  ServedBy,
  VerificationReport,
} from '@hatchr/contracts';
import type { StepOutputs } from '../src/jobs/steps/pipeline-step.js';

const servedBy: ServedBy = { provider: 'test', mode: 'embedded', reason: 'A test.' };

export function discoveryResult(): DiscoveryResult {
  return {
    outcome: 'none_known',
    statement: 'No close competitor is known.',
    queries: ['seed swap'],
    categories: [],
    competitors: [],
    features: [],
    matrix: [],
    gaps: [],
    evidence: [],
    servedBy,
  };
}

export function productSpec(): ProductSpec {
  return {
    version: 1,
    prompt: 'Seed swap for allotment gardeners',
    language: 'en',
    name: 'Seedling',
    slug: 'seedling',
    tagline: 'Swap seeds with your neighbours',
    summary: 'Gardeners list spare seeds and find what they lack.',
    problem: 'Spare seeds are thrown away.',
    audience: 'allotment gardeners',
    category: 'Swapping',
    positioning: [],
    entities: [
      {
        name: 'seed',
        plural: 'seeds',
        label: 'Seed',
        labelPlural: 'Seeds',
        description: 'A packet to give away.',
        icon: 'leaf',
        titleField: 'name',
        fields: [{ name: 'name', label: 'Name', type: 'text', required: true }],
        view: 'table',
        ownership: 'user',
      },
    ],
    roles: [{ name: 'gardener', label: 'Gardener', description: 'Grows things.' }],
    flows: [
      {
        name: 'Offer',
        actor: 'Gardener',
        steps: ['Add a seed.'],
        acceptance: ['The seed is listed.'],
      },
    ],
    pages: [
      { path: '/', title: 'Home', purpose: 'Explains it.', view: 'landing', isPublic: true },
      { path: '/pricing', title: 'Pricing', purpose: 'Prices.', view: 'pricing', isPublic: true },
      {
        path: '/seeds',
        title: 'Seeds',
        purpose: 'Lists them.',
        view: 'table',
        entity: 'seed',
        isPublic: false,
      },
    ],
    feature: {
      kind: 'matching',
      name: 'Matching',
      description: 'Finds a swap.',
      entity: 'seed',
      usesModel: false,
    },
    pricing: {
      currency: 'USD',
      plans: [
        { name: 'Free', amount: null, period: 'month', features: ['All'], isHighlighted: true },
      ],
      source: 'undecided',
    },
    brand: { primary: '#166534', accent: '#ca8a04', icon: 'leaf', tone: 'warm' },
    channels: ['product_hunt'],
    nonGoals: [],
    constraints: [],
  };
}

const verification: VerificationReport = {
  outcome: 'passed',
  reason: 'All gates passed.',
  gates: [],
};

const launchKit: LaunchKit = {
  deck: { slides: [], pptx: 'launch/deck/a.pptx', pdf: 'launch/deck/a.pdf', previews: [] },
  images: [],
  channels: [],
  video: { status: 'not_made', reason: 'Not yet.' },
  servedBy,
};

const proof: Proof = {
  kind: 'local-log',
  label: 'Local log, not on a chain',
  entry: {
    index: 0,
    digest: 'a'.repeat(64),
    recordedAt: '2026-11-23T00:00:00.000Z',
    previousHash: '0'.repeat(64),
    entryHash: 'b'.repeat(64),
    signature: 'c2ln',
    keyId: 'c'.repeat(64),
  },
  publicKey: 'PEM',
  servedBy,
};

/** A valid output of every step. */
export function stepOutputs(): StepOutputs {
  return {
    discovery: discoveryResult(),
    mvp: {
      spec: productSpec(),
      stack: [{ name: 'next', version: '16.4.5' }],
      verification,
      screenshots: { images: [], reason: 'No browser is installed on this instance.' },
      servedBy,
    },
    marketing: launchKit,
    packaging: { manifestDigest: 'a'.repeat(64), zipPath: 'seedling.zip', servedBy },
    identity: proof,
  };
}
