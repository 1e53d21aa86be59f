import { searchPageSchema } from '@hatchr/contracts';
import { describe, expect, it } from '@jest/globals';
import { hostileInput, largestInput } from '../fixtures/hostile.fixture.js';
import { arabicInput, inputWith, japaneseInput } from '../fixtures/many-domains.fixture.js';
import { schedulingInput } from '../fixtures/scheduling.fixture.js';
import { writeLaunchCopy } from './write-copy.js';

describe.each([
  ['scheduling', schedulingInput],
  ['Japanese', japaneseInput],
  ['Arabic', arabicInput],
  ['hostile', hostileInput],
  ['the largest', largestInput],
])('the plan for search of the %s spec', (_, input) => {
  const { searchPages, files } = writeLaunchCopy(input);

  it('shows titles and descriptions whole, and no page or phrase twice', () => {
    expect(searchPages.length).toBeGreaterThanOrEqual(2);
    expect(searchPages.length).toBeLessThanOrEqual(14);
    for (const page of searchPages) {
      expect(searchPageSchema.safeParse(page).error).toBeUndefined();
      expect(page.path).toMatch(/^\/[a-z0-9/-]*$/u);
      expect(page.title.trim()).not.toBe('');
    }
    for (const key of ['path', 'phrase', 'title'] as const)
      expect(new Set(searchPages.map((page) => page[key])).size).toBe(searchPages.length);
  });

  it('rests each page on something of the specification or the research', () => {
    const known = new Set([
      'Category and audience of the specification',
      'Plans of the specification',
      ...input.spec.entities.map(({ name }) => `Entity ${name}`),
      ...input.discovery.competitors.map(({ id }) => `Competitor ${id}`),
      ...input.discovery.gaps.map(({ id }) => `Gap ${id}`),
    ]);
    for (const { restsOn } of searchPages) expect(known).toContain(restsOn);
  });

  it('is a table of seven columns, whatever the words are', () => {
    const text = String(files.find(({ path }) => path === 'launch/SEO-PLAN.md')?.content);
    const rows = text.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(searchPages.length + 2);
    for (const row of rows) expect(row.match(/\|/gu)).toHaveLength(8);
    expect(text).not.toMatch(/<script|\]\(/u);
  });
});

describe('the plan for search', () => {
  it('plans only pages of the app that it has', () => {
    const pages = schedulingInput.spec.pages.filter(({ path }) => path !== '/pricing');
    const { searchPages } = writeLaunchCopy(inputWith({ pages }));
    expect(searchPages.map(({ path }) => path)).not.toContain('/pricing');
  });

  it('says of a gap that its page waits until the product closes it', () => {
    const gap = {
      id: 'gap.waitlist',
      statement: 'None of the 8 products compared is known to offer “Waiting list”.',
      evidenceIds: ['e1'],
    };
    const discovery = { ...schedulingInput.discovery, gaps: [gap] };
    const page = writeLaunchCopy({ ...schedulingInput, discovery }).searchPages.at(-1);
    expect(page).toMatchObject({
      path: '/with/waitlist',
      state: 'once_offered',
      phrase: 'scheduling with waiting list',
      restsOn: 'Gap gap.waitlist',
    });
  });
});
