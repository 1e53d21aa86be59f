import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Test } from '@nestjs/testing';
import {
  AppError,
  discoveryResultSchema,
  silentStepContext,
  type DiscoveryResult,
  type StepContext,
} from '@hatchr/contracts';
import { catalogue } from './catalogue/catalogue.js';
import { DiscoveryModule } from './discovery.module.js';
import { DiscoveryService } from './discovery.service.js';
import { CatalogueSource } from './sources/catalogue-source.adapter.js';

// Everything here is real: the catalogue, the index and the module.
const service = new DiscoveryService(new CatalogueSource(8));
const discover = (prompt: string): Promise<DiscoveryResult> =>
  service.discover({ prompt }, silentStepContext());

function recordingContext(
  signal?: AbortSignal,
): StepContext & { steps: [number, string][]; lines: string[] } {
  const steps: [number, string][] = [];
  const lines: string[] = [];
  return {
    ...silentStepContext(signal),
    steps,
    lines,
    progress: (fraction, substep) => void steps.push([fraction, substep]),
    log: (_level, message) => void lines.push(message),
  };
}

describe('DiscoveryService', () => {
  it('finds the competitors of a scheduling tool for freelancers and says why', async () => {
    const result = await discover('AI scheduling tool for freelancers');
    expect(result.outcome).toBe('found');
    expect(result.categories).toEqual(['Appointment scheduling']);
    expect(result.competitors.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Calendly', 'Cal.com']),
    );
    expect(result.competitors.length).toBeGreaterThanOrEqual(3);
    expect(result.competitors.length).toBeLessThanOrEqual(8);
    for (const { reasons } of result.competitors)
      expect(reasons).toContain('Both are about scheduling');
    expect(result.servedBy).toMatchObject({ provider: 'bundled catalogue', mode: 'embedded' });
  });

  it('prefers a competitor that has what the sentence asks for, and says so', async () => {
    const { competitors } = await discover('AI scheduling tool');
    const reclaim = competitors.find(({ id }) => id === 'reclaim-ai');
    expect(reclaim?.reasons).toContain('Known to offer AI assistance, as you ask');
    const calendly = competitors.find(({ id }) => id === 'calendly');
    expect(calendly?.reasons.join()).not.toContain('AI assistance');
  });

  it('rests every angle and every place on the map on evidence that it hands over', async () => {
    const { angles, positioning, prices, evidence, gaps } = await discover(
      'AI scheduling tool for freelancers',
    );
    const ids = new Set(evidence.map(({ id }) => id));
    expect(angles?.length).toBe(3);
    for (const angle of angles ?? []) {
      expect(gaps.map(({ id }) => id)).toContain(angle.gapId);
      expect(angle.evidenceIds.filter((id) => !ids.has(id))).toEqual([]);
    }
    for (const point of positioning?.points ?? [])
      expect(point.evidenceIds.filter((id) => !ids.has(id))).toEqual([]);
    // No page was read, so no price is known.
    expect(prices).toEqual([]);
  });

  it('never quotes a stop word', async () => {
    const { queries, gaps, competitors } = await discover('Habit tracker for firefighters');
    expect(queries).toEqual(['habit', 'firefighters']);
    expect(JSON.stringify([gaps, competitors])).not.toContain('“for”');
  });

  it('names the audience that a competitor serves', async () => {
    const { competitors } = await discover('time tracking for freelancers');
    const toggl = competitors.find(({ id }) => id === 'toggl-track');
    expect(toggl?.reasons).toContain('Serves freelancers');
    const rescue = competitors.find(({ id }) => id === 'rescuetime');
    expect(rescue?.reasons.join()).not.toContain('Serves');
  });

  it('backs every statement on a competitor with evidence that can be checked', async () => {
    const { competitors, evidence, gaps } = await discover('A CRM for real estate agents');
    const ids = new Set(evidence.map(({ id }) => id));
    expect(ids.size).toBe(evidence.length);
    for (const competitor of competitors) {
      const rows = evidence.filter(({ competitorId }) => competitorId === competitor.id);
      expect(rows.map(({ id }) => id)).toEqual(competitor.evidenceIds);
      expect(rows.find(({ id }) => id.endsWith('.summary'))?.snippet).toBe(competitor.summary);
      expect(rows.some(({ id }) => id.endsWith('.audience'))).toBe(competitor.audience !== null);
      expect(rows.some(({ id }) => id.endsWith('.pricing'))).toBe(competitor.pricingModel !== null);
      for (const row of rows) {
        expect(row).toMatchObject({
          source: 'catalogue',
          url: competitor.url,
          asOf: catalogue.find(({ label }) => label === competitor.category)?.asOf,
        });
        expect(row.snippetHash).toBe(
          createHash('sha256')
            .update(row.snippet ?? '')
            .digest('hex'),
        );
        expect(row.confidence).toBeLessThan(1);
      }
    }
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) {
      expect(gap.evidenceIds.length).toBeGreaterThan(0);
      for (const id of gap.evidenceIds) expect(ids).toContain(id);
    }
  });

  it('shows a feature as yes only when known, as no only when known to be missing', async () => {
    const { competitors, features, matrix } = await discover(
      'a to-do list with team collaboration',
    );
    const cellOf = (id: string, feature: string): string | undefined =>
      matrix.find(({ competitorId }) => competitorId === id)?.cells[feature];
    expect(cellOf('things', 'offline')).toBe('yes');
    expect(cellOf('things', 'open-source')).toBe('unknown');
    for (const { competitorId, cells } of matrix) {
      const known = competitors.find(({ id }) => id === competitorId)?.featureIds ?? [];
      expect(Object.keys(cells)).toEqual(features.map(({ id }) => id));
      for (const [id, cell] of Object.entries(cells))
        expect(cell === 'yes').toBe(known.includes(id));
    }
  });

  it('words gaps as what is known and names the one that has it', async () => {
    const { gaps } = await discover('AI habit tracker for firefighters that works offline');
    const statements = gaps.map(({ statement }) => statement);
    expect(statements[0]).toBe('None of the 7 products compared is known to offer AI assistance.');
    expect(statements).toContain(
      'Of the 7 products compared, only Loop Habit Tracker is known to work offline.',
    );
    expect(statements).toContain(
      'None of the 7 products compared is known to be made for firefighters in particular.',
    );
  });

  it('does not call a feature a gap when most competitors are known to have it', async () => {
    const { gaps } = await discover('AI meeting notes');
    expect(gaps.map(({ id }) => id)).not.toContain('gap.ai-assistant');
  });

  it('says that none is known instead of filling in a list', async () => {
    const result = await discover('Marine drone that counts whales');
    expect(result).toMatchObject({
      outcome: 'none_known',
      competitors: [],
      features: [],
      matrix: [],
      gaps: [],
      evidence: [],
    });
    expect(result.statement).toMatch(/^No close competitor is known to the bundled catalogue/u);
    expect(result.queries).toContain('whales');
  });

  it('gives the language as the reason when it recognised no word of it', async () => {
    const { statement } = await discover('Ein Gerät für die Stimmung von Zithern');
    expect(statement).toContain('written in English');
  });

  it('gives the same bytes for the same sentence', async () => {
    const prompt = 'Invoice generator for freelancers';
    const other = new DiscoveryService(new CatalogueSource(8));
    expect(JSON.stringify(await discover(prompt))).toBe(
      JSON.stringify(await other.discover({ prompt }, silentStepContext())),
    );
  });

  it.each([
    '',
    ' ',
    '<b>',
    'a'.repeat(2000),
    'invoice crm booking survey '.repeat(70),
    '\u0000\u202e\ud800',
    '__proto__ constructor toString',
  ])('gives a valid result for %j', async (prompt) => {
    const result = await discover(prompt);
    expect(discoveryResultSchema.safeParse(result).success).toBe(true);
  });

  it('never repeats markup of the sentence', async () => {
    const result = await discover('CRM <img src=x onerror=alert(1)> for "dentists"; $(reboot)');
    expect(result.outcome).toBe('found');
    expect(JSON.stringify(result)).not.toMatch(/[<>]|\$\(|onerror/u);
  });

  it('reports its sub-steps with a fraction that never falls', async () => {
    const context = recordingContext();
    await service.discover({ prompt: 'survey tool for cities' }, context);
    const fractions = context.steps.map(([fraction]) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(context.steps.map(([, step]) => step)).toEqual([
      'Reading the sentence',
      expect.stringMatching(/^Searching \d+ products in \d+ categories$/u),
      expect.stringMatching(/^Comparing the features of \d competitors$/u),
      'Looking for gaps',
      'Competitors compared',
    ]);
    expect(context.lines.length).toBeGreaterThanOrEqual(3);
  });

  it('stops when the step is cancelled, before and while it works', async () => {
    const cancelled = recordingContext(AbortSignal.abort());
    await expect(service.discover({ prompt: 'crm' }, cancelled)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    expect(cancelled.steps).toEqual([]);

    const controller = new AbortController();
    const context = recordingContext(controller.signal);
    context.progress = (fraction) => {
      if (fraction > 0) controller.abort(new AppError('step.timeout'));
    };
    await expect(service.discover({ prompt: 'crm' }, context)).rejects.toMatchObject({
      code: 'step.timeout',
    });
  });
});

describe('DiscoveryModule', () => {
  it('gives a service that lists no more than the configured number', async () => {
    const module = await Test.createTestingModule({
      imports: [DiscoveryModule.register({ maximumCompetitors: 3, search: { network: 'off' } })],
    }).compile();
    const result = await module
      .get(DiscoveryService)
      .discover({ prompt: 'project management' }, silentStepContext());
    expect(result.competitors).toHaveLength(3);
    await module.close();
  });

  it('refuses a configuration out of range', () => {
    expect(() => DiscoveryModule.register({ maximumCompetitors: 50 })).toThrow(
      /maximumCompetitors/u,
    );
  });
});
