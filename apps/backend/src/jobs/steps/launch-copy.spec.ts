import { silentStepContext, type ChannelCopy, type DiscoveryResult } from '@hatchr/contracts';
import { DiscoveryModule, DiscoveryService } from '@hatchr/discovery';
import { sharedSentences, writeLaunchCopy, type LaunchCopy } from '@hatchr/livepeer';
import { planProduct } from '@hatchr/mvp-generator';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readFileSync } from 'node:fs';

const prompts = JSON.parse(
  readFileSync(new URL('../../../../../bench/prompts.json', import.meta.url), 'utf8'),
) as string[];
const verification = { outcome: 'skipped', reason: 'Not run here.', gates: [] } as const;

/** The copy that a job would make of each sentence of the corpus: planned for real, without a network. */
describe('the launch copy of the whole corpus', () => {
  const made: { prompt: string; discovery: DiscoveryResult; copy: LaunchCopy }[] = [];
  let app: INestApplicationContext;

  beforeAll(async () => {
    app = await NestFactory.createApplicationContext(
      DiscoveryModule.register({ search: { network: 'off' } }),
      // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class and documents literals
      { logger: false },
    );
    for (const prompt of prompts) {
      const discovery = await app.get(DiscoveryService).discover({ prompt }, silentStepContext());
      const spec = planProduct(prompt, discovery);
      const input = { spec, discovery, verification: { ...verification, gates: [] }, stack: [] };
      // Throws where a text breaks a rule of its channel.
      made.push({ prompt, discovery, copy: writeLaunchCopy(input) });
    }
  }, 60_000);
  afterAll(() => app.close());

  it('keeps the rules of ten channels for every sentence', () => {
    expect(made).toHaveLength(prompts.length);
    for (const { copy } of made) expect(copy.channels).toHaveLength(10);
  });

  it('shares no sentence between two channels', () => {
    for (const { prompt, copy } of made)
      expect([prompt, sharedSentences(copy.channels)]).toEqual([prompt, []]);
  });

  it('reads as sentences: no word twice in a row, no double marks, nothing left empty', () => {
    const slip =
      /\b([\p{L}]{2,})\s+\1\b|[.,;:]{2}|\s[.,;:!?]|“\s*”|\bundefined\b|\bnull\b|\ba [aeio]\p{Ll}|, ?,/giu;
    for (const { prompt, copy } of made)
      for (const { channel, parts } of copy.channels)
        expect([prompt, channel, slipsOf(parts, slip)]).toEqual([prompt, channel, []]);
  });

  it('names no competitor and no number of sources that the research does not have', () => {
    for (const { prompt, discovery, copy } of made) {
      const all = JSON.stringify(copy.channels);
      const counts = Array.from(all.matchAll(/(\d+) (?:products?|sources?)\b/gu), ([, n]) =>
        Number(n),
      );
      expect([prompt, counts.filter((n) => n > discovery.evidence.length)]).toEqual([prompt, []]);
      const studied = /(\d+) products that come close, (.+?) and (.+?) among them/u.exec(all);
      if (!studied) continue;
      expect([prompt, studied[1]]).toEqual([prompt, String(discovery.competitors.length)]);
      const names = discovery.competitors.map(({ name }) => name);
      for (const name of studied.slice(2)) expect(names).toContain(name);
    }
  });

  it('plans pages to be found by that can all be shown whole', () => {
    for (const { prompt, copy } of made) {
      const cut = copy.searchPages.filter(({ title }) => title.endsWith('…'));
      expect([prompt, cut]).toEqual([prompt, []]);
    }
  });
});

/** What reads wrong, without the blanks and links; words of the person may hold anything, so quotes are left out. */
function slipsOf(parts: ChannelCopy['parts'], slip: RegExp): string[] {
  return parts.flatMap(({ text }) => {
    const own = text.replace(/\{\{[^}]*\}\}\S*/gu, 'X').replace(/“[^”]*”/gu, 'X');
    return own.match(slip) ?? [];
  });
}
