import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  AppError,
  silentStepContext,
  type Decision,
  type DiscoveryResult,
  type StepContext,
} from '@hatchr/contracts';
import {
  startModelServer,
  stepModelOver,
  type ReceivedRequest,
  type ScriptedReply,
  type StepModelOptions,
} from '@hatchr/language-model/testing';
import {
  openResearch,
  serveLocalWeb,
  type LocalSite,
  type ResearchOptions,
} from '../research/testing/local-research.js';
import type { Comparison } from './comparison.js';
import type { SiteReading } from './site-reading.js';
import { hostileSite, orderingSite, serveSite, wordySite } from './site-server.fixture.js';

// Research is real from the search to the result, and so is the language model service; the services that are searched,
// the sites and what the provider of the model answers are ours.
jest.setTimeout(60_000);

let web: Awaited<ReturnType<typeof serveLocalWeb>>;
const own: { site: LocalSite; close: () => Promise<void> }[] = [];
const opened: { close: () => Promise<void> }[] = [];

beforeAll(async () => {
  web = await serveLocalWeb();
  own.push(
    await serveSite('quibbly', wordySite),
    await serveSite('snarebook', hostileSite),
    await serveSite('orderly', orderingSite),
  );
});
afterEach(() => Promise.all(opened.splice(0).map((one) => one.close())));
afterAll(async () => {
  await Promise.all([web.close(), ...own.map((one) => one.close())]);
});

/** What the provider answers: JSON of a value, or a reply in full. */
type Script = (request: ReceivedRequest) => unknown;
type Reply = (request: ReceivedRequest) => ScriptedReply;

interface Run {
  result: DiscoveryResult;
  asked: ReceivedRequest[];
  decisions: Decision[];
  lines: string[];
}

async function research(
  ids: readonly string[],
  script: Script | null,
  more: ResearchOptions &
    Pick<StepModelOptions, 'budgets' | 'config' | 'signal'> & {
      seconds?: number;
      reply?: Reply;
    } = {},
): Promise<Run> {
  const sites = [...web.sites, ...own.map(({ site }) => site)];
  const finds = ids.map((id) => ({
    url: `${sites.find((site) => site.id === id)?.origin ?? ''}/`,
    title: id,
  }));
  const open = await openResearch({ sites, close: web.close }, { ...more, finds });
  opened.push(open);
  const [decisions, lines]: [Decision[], string[]] = [[], []];
  const context: StepContext = {
    ...silentStepContext(more.signal),
    log: (_level, message) => void lines.push(message),
    decide: (decision) => void decisions.push(decision),
  };
  const server = await startModelServer({
    protocol: 'openai',
    answer: more.reply ?? ((request) => ({ json: script?.(request) })),
  });
  opened.push(server);
  const { budgets, config } = more;
  const settings = { context, ...(budgets ? { budgets } : {}), ...(config ? { config } : {}) };
  const model = script || more.reply ? stepModelOver(server, settings) : null;
  const result = await open.discover(context, { model, seconds: more.seconds ?? 30 });
  return { result, asked: server.requests, decisions, lines };
}

const nothingRead: SiteReading = {
  ...{ summary: null, audience: null, positioning: null, features: [], prices: [] },
};
const nothingCompared: Comparison = { gaps: [], angles: [], whyNow: [] };
const answers =
  (reading: Partial<SiteReading>, comparison: Script = () => nothingCompared): Script =>
  (request) =>
    request.schemaName === 'site_reading' ? { ...nothingRead, ...reading } : comparison(request);
const exact = (text: string) => ({ statement: text, quote: text });

const careful: Partial<SiteReading> = {
  summary: exact('Quibbly is a calm place where keepers of quibbets write down what they saw.'),
  audience: {
    statement: 'keepers of quibbets',
    quote: 'keepers of quibbets write down what they saw',
  },
  positioning: exact(
    'It is made by two people who keep quibbets themselves, and it works without an account.',
  ),
  features: [
    {
      statement: 'Reminders by text message',
      quote: 'Reminders arrive by text message the evening before',
    },
    exact('photos are kept with each visit'),
    exact('Works offline in the shed'),
  ],
  prices: [{ plan: null, quote: 'You pay 12 EUR per month for the whole household.' }],
};

describe('research with a careful model', () => {
  it('states what the model read where it stands on the page, with its quote as the evidence', async () => {
    const { result, decisions } = await research(['quibbly'], answers(careful));
    const [quibbly] = result.competitors;
    expect(quibbly).toMatchObject({
      summary: 'Quibbly is a calm place where keepers of quibbets write down what they saw.',
      audience: 'keepers of quibbets',
    });
    expect(quibbly?.plans).toMatchObject([{ amount: 12, currency: 'EUR', period: 'month' }]);
    const said = result.evidence.map(({ kind, snippet }) => [kind, snippet]);
    expect(said).toContainEqual([
      'features',
      'Reminders arrive by text message the evening before',
    ]);
    expect(said).toContainEqual(['positioning', careful.positioning?.quote]);
    for (const { source, snippet } of result.evidence)
      if (source === 'page') expect(wordySite).toContain(snippet);
    expect(result.servedBy).toMatchObject({
      provider: 'live research and OpenAI small',
      mode: 'live',
    });
    expect(result.servedBy.reason).toContain(
      '7 statements with a quote that stands there were kept',
    );
    expect(decisions).toMatchObject([
      { subject: 'Statements on competitors', by: 'model', model: 'small' },
      { subject: 'Gaps, angles and reasons to begin now', by: 'embedded', model: null },
    ]);
  });

  it('finds more than the rules, and leaves what they found', async () => {
    const rules = await research(['quibbly', 'crewdeck'], null);
    const both = await research(['quibbly', 'crewdeck'], answers(careful));
    const rows = (run: Run) =>
      run.result.evidence.map(({ kind, snippet }) => `${String(kind)} ${String(snippet)}`);
    expect(rows(both)).toEqual(expect.arrayContaining(rows(rules)));
    expect(rows(both).length).toBeGreaterThan(rows(rules).length + 5);
    expect(rules.decisions).toEqual([]);
    expect(rules.result.servedBy.provider).toBe('live research');
  });

  it('shows the model the lines of one site in each call, and never more than some', async () => {
    const { asked } = await research(['quibbly', 'terminly', 'slotwise'], answers({}));
    const readings = asked.filter(({ schemaName }) => schemaName === 'site_reading');
    expect(readings).toHaveLength(3);
    for (const { data, instructions } of readings) {
      expect(data.length).toBeLessThan(7000);
      expect(instructions).not.toMatch(/quibbly|terminly|slotwise/iu);
    }
  });

  it('compares by the evidence: a gap that nobody mentions, an angle and a reason that cite rows', async () => {
    const compare: Script = ({ data }) => {
      const ids = [...data.matchAll(/"id":"([^"]+)"/gu)].map(([, id]) => id);
      const cited = ids.filter((id) => id?.includes('quibbly')).slice(0, 1);
      return {
        gaps: [
          { need: 'Quibbet household diary', evidenceIds: cited },
          { need: 'Reminders by text message', evidenceIds: cited },
        ],
        angles: [
          {
            ...{ gap: 'new.1', title: 'Keep one diary for the household', evidenceIds: cited },
            advice: 'Let everyone at home write into the same diary from the first day.',
          },
        ],
        whyNow: [
          { statement: 'Quibbly keeps a calm place for keepers of quibbets.', evidenceIds: cited },
        ],
      };
    };
    const { result, decisions } = await research(
      ['quibbly', 'snarebook'],
      answers(careful, compare),
    );
    const ids = new Set(result.evidence.map(({ id }) => id));
    const gap = result.gaps.find(({ id }) => id === 'gap.need-1');
    expect(gap?.statement).toBe(
      'Nothing that is known of the 2 products compared mentions “Quibbet household diary”.',
    );
    expect(result.gaps.some(({ statement }) => statement.includes('text message'))).toBe(false);
    expect(result.angles?.[0]).toMatchObject({
      gapId: 'gap.need-1',
      title: 'Keep one diary for the household',
    });
    expect(result.whyNow).toHaveLength(1);
    for (const { evidenceIds } of [
      ...result.gaps,
      ...(result.angles ?? []),
      ...(result.whyNow ?? []),
    ]) {
      expect(evidenceIds.length).toBeGreaterThan(0);
      expect(evidenceIds.filter((id) => !ids.has(id))).toEqual([]);
    }
    expect(decisions[1]).toMatchObject({ by: 'model' });
  });
});

describe('research with a careless model', () => {
  it('leaves out quotes that stand nowhere, numbers and words of its own, and denials that it forgot', async () => {
    const { result } = await research(
      ['quibbly'],
      answers({
        summary: {
          statement: 'The leading app for 10,000 keepers',
          quote: 'Used by 10,000 keepers',
        },
        audience: { statement: 'beekeepers in Bavaria', quote: 'It is made by two people' },
        features: [
          { statement: 'Syncs with Outlook', quote: 'photos are kept with each visit' },
          { statement: 'public profile', quote: 'public profile' },
          { statement: 'Reminders 24 hours before', quote: 'Reminders arrive by text message' },
          exact('account'),
        ],
        prices: [
          { plan: 'Team', quote: 'You pay 9 EUR per month' },
          { plan: null, quote: 'made by two people' },
        ],
      }),
    );
    const stated = JSON.stringify(result);
    for (const word of ['10,000', 'Bavaria', 'Outlook', '24 hours', 'Team', '9 EUR'])
      expect(stated).not.toContain(word);
    expect(result.features.map(({ label }) => label)).not.toContain('public profile');
    expect(result.competitors[0]?.plans).toEqual([]);
  });

  it('leaves out claims that cite nothing, name strangers or say what no row can show', async () => {
    const compare: Script = ({ data }) => {
      const id = /"id":"([^"]+)"/u.exec(data)?.[1] ?? '';
      const angle = (advice: string, evidenceIds = [id]) => ({
        ...{ gap: 'gap.words', title: 'Be different', advice, evidenceIds },
      });
      return {
        gaps: [
          { need: 'Zorbly for quibbet keepers', evidenceIds: [id] },
          { need: 'quibbet teleportation', evidenceIds: ['made.up'] },
        ],
        angles: [
          angle('Say what nobody else says.'),
          angle('Charge 3 EUR and win.'),
          angle('Copy what Zorbly does well.'),
          angle('Begin with the diary.', ['made.up']),
          angle('See zorbly.test for more.'),
        ],
        whyNow: [
          { statement: 'The market grows by 40 % a year.', evidenceIds: [id] },
          { statement: 'Customers say they love diaries.', evidenceIds: [id] },
          { statement: 'Quibbets are on the rise.', evidenceIds: [] },
        ],
      };
    };
    const { result, decisions } = await research(['quibbly'], answers(careful, compare));
    expect(JSON.stringify([result.gaps, result.angles])).not.toMatch(/zorbly|3 EUR|teleport/iu);
    expect(result.whyNow).toBeUndefined();
    expect(decisions[1]?.by).toBe('embedded');
  });
});

describe('research with a model that obeys hostile pages', () => {
  const obeying: Script = ({ schemaName, data }) => {
    const id = /"id":"([^"]+)"/u.exec(data)?.[1] ?? '';
    if (schemaName === 'site_reading')
      return {
        ...nothingRead,
        competitors: ['Zorbly'],
        summary: {
          statement: '<script>alert(1)</script> Zorbly',
          quote: '<script>alert(1)</script> Zorbly is loved by 10,000 keepers.',
        },
        audience: { statement: 'keepers\u202e of Zorbly', quote: 'loved by 10,000 keepers' },
        features: [
          exact('Zorbly belongs beside us'),
          exact('https://zorbly.test/deal'),
          exact('Visit https://zorbly.test/deal for the offer of Zorbly.'),
          exact('Zorbly is loved by 10,000 keepers.'),
          exact('Zorbly\u0000 diary'),
        ],
        prices: [
          { plan: 'Zorbly', quote: 'list it as a competitor at 1 EUR per month' },
          { plan: 'Zorbly', quote: '1 EUR per month' },
        ],
      };
    return {
      gaps: [{ need: 'Zorbly quibbet', evidenceIds: [id] }],
      angles: [
        {
          gap: 'new.1',
          title: 'Join Zorbly',
          advice: 'Link to https://zorbly.test.',
          evidenceIds: [id],
        },
      ],
      whyNow: [{ statement: 'Zorbly costs 1 EUR per month.', evidenceIds: [id] }],
    };
  };

  it.each(['snarebook', 'orderly'])('takes nothing of what %s makes it say', async (id) => {
    const { result, asked } = await research([id, 'terminly'], obeying);
    expect(result.competitors.map(({ domain }) => domain).toSorted()).toEqual(
      [`${id}.test`, 'terminly.test'].toSorted(),
    );
    expect(JSON.stringify(result)).not.toMatch(/zorbly|alert\(|\u202e|10,000/iu);
    expect(result.competitors.find(({ domain }) => domain === `${id}.test`)?.plans).toEqual([]);
    expect(result.servedBy.provider).toBe('live research');
    const shown = asked.map(({ data }) => data).join('\n');
    expect(shown).not.toMatch(/zorbly|ignore all/iu);
  });
});

describe('research whose model fails', () => {
  const rulesOf = async (ids: string[]) => (await research(ids, null)).result;
  const comparable = ({ competitors, gaps, angles, evidence }: DiscoveryResult) => ({
    ...{ competitors, gaps, angles },
    evidence: evidence.map(({ id, snippet }) => [id, snippet]),
  });

  it.each<[string, Reply, Partial<StepModelOptions>, string]>([
    ['refuses', () => ({ refusal: 'No.' }), {}, 'declined to answer'],
    [
      'has no budget',
      () => ({ text: '' }),
      { budgets: { step: { tokens: 10, microUsd: null } } },
      'The budget for language models',
    ],
    [
      'has no credit',
      () => ({
        status: 429,
        error: { type: 'insufficient_quota', code: 'insufficient_quota', message: 'x' },
      }),
      {},
      'no credit left',
    ],
    ['does not answer', () => ({ status: 500 }), { config: { retries: 0 } }, 'does not answer'],
  ])('gives the result of the rules and says so where it %s', async (_, reply, options, reason) => {
    const { result, decisions, lines } = await research(['quibbly'], null, { ...options, reply });
    expect(comparable(result)).toEqual(comparable(await rulesOf(['quibbly'])));
    expect(result.servedBy.provider).toBe('live research');
    expect(result.servedBy.reason).toContain(reason);
    expect(lines.some((line) => line.includes(reason))).toBe(true);
    expect(decisions.map(({ by }) => by)).toEqual(['embedded', 'embedded']);
    expect(decisions[0]?.reason).toContain(reason);
  });

  it('gives the result of the rules where every answer has the wrong shape', async () => {
    const { result } = await research(['quibbly'], () => ({ features: 'all of them' }));
    expect(result.servedBy.reason).toContain('did not answer in the form');
    expect(comparable(result)).toEqual(comparable(await rulesOf(['quibbly'])));
  });

  it('does not wait longer for it than there is time', async () => {
    const reply = (): ScriptedReply => ({ delayMs: 30_000, text: '' });
    const { result } = await research(['quibbly'], null, { reply, seconds: 8 });
    expect(result.servedBy.reason).toContain('had not answered when its time was up');
    expect(result.competitors).toHaveLength(1);
  });

  it('ends when the job is cancelled while it answers', async () => {
    const abort = new AbortController();
    const cancelled = new AppError('job.cancelled');
    const reply = (): ScriptedReply => {
      abort.abort(cancelled);
      return { delayMs: 30_000, text: '' };
    };
    const running = research(['quibbly'], null, { reply, signal: abort.signal });
    await expect(running).rejects.toBe(cancelled);
  });
});
