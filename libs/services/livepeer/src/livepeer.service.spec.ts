import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, launchKitSchema, silentStepContext, type StepContext } from '@hatchr/contracts';
import { describe, expect, it, jest } from '@jest/globals';
import { startModelServer, stepModelOver } from '@hatchr/language-model/testing';
import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { SaxesParser } from 'saxes';
import { carefulDrafts, carefulWords } from './copy/model/drafts.fixture.js';
import { hostileInput, largestInput } from './fixtures/hostile.fixture.js';
import {
  arabicInput,
  japaneseInput,
  oddWordsInput,
  polishInput,
} from './fixtures/many-domains.fixture.js';
import { greyPng, greyScreenshots } from './fixtures/screenshots.fixture.js';
import { schedulingInput } from './fixtures/scheduling.fixture.js';
import { type LaunchKitInput } from './launch-kit-input.js';
import { type LivepeerConfig, withDefaults } from './livepeer.config.js';
import { LivepeerService, type MadeLaunchKit } from './livepeer.service.js';
import { FakeLivepeerAi, fakeGatewayKey } from './pictures/testing/fake-livepeer-ai.js';

// Real: everything, with the compiled renderer of `dist`. Fake: the step context, which only records.

// Each kit is drawn in a process of its own, which on a busy machine waits for its turn.
jest.setTimeout(60_000);

const inputs: [string, LaunchKitInput][] = [
  ['scheduling', schedulingInput],
  ['Japanese', japaneseInput],
  ['Arabic', arabicInput],
  ['Polish', polishInput],
  ['odd words', oddWordsInput],
  ['hostile', hostileInput],
  ['the largest', largestInput],
];

function makeKit(
  input: LaunchKitInput,
  config: LivepeerConfig = {},
  context: StepContext = silentStepContext(),
): Promise<MadeLaunchKit> {
  // The video has tests of its own.
  const given = withDefaults({ video: 'off', ...config });
  return new LivepeerService(given).makeLaunchKit(input, context);
}

const kits = new Map<LaunchKitInput, Promise<MadeLaunchKit>>();

/** The kit of an input with the default configuration, made once for all tests that only read it. */
function kitOf(input: LaunchKitInput): Promise<MadeLaunchKit> {
  const made = kits.get(input) ?? makeKit(input);
  kits.set(input, made);
  return made;
}

function recordingContext(signal = new AbortController().signal) {
  const warnings: string[] = [];
  const fractions: number[] = [];
  const context: StepContext = {
    signal,
    progress: (fraction) => fractions.push(fraction),
    log: (level, message) => (level === 'warn' ? warnings.push(message) : 0),
  };
  return { context, warnings, fractions };
}

function bytesOf({ files }: MadeLaunchKit, path: string): Uint8Array {
  const content = files.find((file) => file.path === path)?.content;
  if (!(content instanceof Uint8Array)) throw new Error(`No binary file ${path}`);
  return content;
}

function textOf({ files }: MadeLaunchKit, path: string): string {
  const content = files.find((file) => file.path === path)?.content;
  if (typeof content !== 'string') throw new Error(`No text file ${path}`);
  return content;
}

/** The parts of a PPTX by name; throws on XML that is not well-formed. */
async function openPptx(kit: MadeLaunchKit): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytesOf(kit, kit.kit.deck.pptx));
  const parts = new Map<string, string>();
  for (const entry of Object.values(zip.files)) {
    if (!/\.(xml|rels)$/u.test(entry.name)) continue;
    const xml = await entry.async('string');
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw new Error(`${entry.name}: ${error.message}`);
    });
    parser.write(xml).close();
    parts.set(entry.name, xml);
  }
  return parts;
}

function pngSize(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG');
  return [view.getUint32(16), view.getUint32(20)];
}

describe.each(inputs)('the launch kit of the %s spec', (_, input) => {
  it('parses, and each path that it names is a file under launch/', async () => {
    const { kit, files } = await kitOf(input);
    launchKitSchema.parse(kit);
    const paths = new Set(files.map((file) => file.path));
    const named = [
      kit.deck.pptx,
      kit.deck.pdf,
      ...kit.deck.previews,
      ...kit.images.map((image) => image.path),
      ...kit.channels.map(({ channel }) => `launch/copy/${channel}.md`),
      'launch/LAUNCH-PLAN.md',
      'launch/SEO-PLAN.md',
    ];
    expect([...paths].sort()).toEqual([...named].sort());
    expect([...paths].every((path) => path.startsWith('launch/'))).toBe(true);
  });

  it('has a PPTX of twelve slides with well-formed XML, a note for each and text as text', async () => {
    const made = await kitOf(input);
    const parts = await openPptx(made);
    const slides = [...parts.keys()].filter((name) => /^ppt\/slides\/slide\d+\.xml$/u.test(name));
    const notes = [...parts].filter(([name]) => name.startsWith('ppt/notesSlides/notesSlide'));
    expect(slides).toHaveLength(12);
    expect(made.kit.deck.slides).toHaveLength(12);
    expect(notes).toHaveLength(12);
    for (const [, xml] of notes) expect(xml).toMatch(/<a:t>[^<]{20,}<\/a:t>/u);
    for (const name of slides) expect(parts.get(name)).toMatch(/<a:t>[^<]+<\/a:t>/u);
    // A title that outlines and screen readers know as such.
    for (const name of slides) expect(parts.get(name)?.match(/type="title"/gu)).toHaveLength(1);
  });

  it('has a PDF of twelve pages and previews and images of their sizes', async () => {
    const made = await kitOf(input);
    const pdf = Buffer.from(bytesOf(made, made.kit.deck.pdf ?? '')).toString('latin1');
    expect(pdf.match(/\/Type \/Page\s/gu)).toHaveLength(12);
    expect(made.kit.deck.previews).toHaveLength(12);
    for (const path of made.kit.deck.previews)
      expect(pngSize(bytesOf(made, path))).toEqual([960, 540]);
    for (const { path, width, height } of made.kit.images.filter((image) =>
      image.path.endsWith('.png'),
    ))
      expect(pngSize(bytesOf(made, path))).toEqual([width, height]);
    expect(
      made.kit.images.map(({ width, height }) => `${String(width)}x${String(height)}`),
    ).toEqual([
      ...['512x512', '512x512', '1200x630', '1080x1080', '1080x1920', '1500x500', '240x240'],
      ...['1270x760', '1270x760', '1270x760', '1280x720'],
    ]);
  });

  it('has the same bytes when it is made again', async () => {
    const hashes = ({ files }: MadeLaunchKit): string[] =>
      files.map(
        ({ path, content }) => `${path} ${createHash('sha256').update(content).digest('hex')}`,
      );
    expect(hashes(await makeKit(input))).toEqual(hashes(await kitOf(input)));
  });
});

describe('a kit with screenshots', () => {
  const input = { ...schedulingInput, screenshots: { images: greyScreenshots, reason: null } };

  it('embeds them in the deck and shows them in a longer gallery', async () => {
    const made = await kitOf(input);
    const zip = await JSZip.loadAsync(bytesOf(made, made.kit.deck.pptx));
    const sizes = await Promise.all(
      zip
        .file(/^ppt\/media\/.*\.png$/u)
        .map(async (entry) => pngSize(await entry.async('uint8array')).join('x')),
    );
    expect(sizes).toEqual(expect.arrayContaining(['1440x900', '780x1688']));
    expect(made.kit.images.filter(({ width }) => width === 1270)).toHaveLength(4);
  });

  it('has the same bytes when it is made again', async () => {
    const one = await makeKit(input);
    expect((await kitOf(input)).files).toEqual(one.files);
  });
});

describe('the deck', () => {
  it('shows the discovery matrix as a native table and the known features as a native chart', async () => {
    const parts = await openPptx(await kitOf(schedulingInput));
    const table = [...parts.values()].find((xml) => xml.includes('<a:tbl>')) ?? '';
    for (const word of ['Calendica', 'Client notes', 'Yes', 'Unknown', 'Free tier'])
      expect(table).toContain(`<a:t>${word}</a:t>`);
    expect(table.match(/<a:tr /gu)).toHaveLength(7);
    expect([...parts.keys()].some((name) => /^ppt\/charts\/chart\d+\.xml$/u.test(name))).toBe(true);
  });

  it('names the sources of the competition in its notes', async () => {
    const { kit } = await kitOf(schedulingInput);
    const notes = kit.deck.slides.find(({ title }) => title === 'Competition')?.notes;
    expect(notes).toContain('https://calendica.example/features (as of 2026-11-20)');
  });

  it('marks market, traction, team and ask as not known, and an open price as to be decided', async () => {
    const parts = [...(await openPptx(await kitOf(schedulingInput))).values()].join('');
    for (const blank of [
      'the size of the market.',
      'traction.',
      'who leads the product.',
      'the ask.',
      'what people will pay.',
    ])
      expect(parts).toContain(`<a:t>Not known yet: ${blank}</a:t>`);
    expect(parts).toContain('<a:t>To be decided</a:t>');
  });

  it('says that no competitor is known instead of showing an empty table', async () => {
    const parts = [...(await openPptx(await kitOf(japaneseInput))).values()].join('');
    expect(parts).toContain('<a:t>No close competitor is known yet</a:t>');
    expect(parts).not.toContain('<a:tbl>');
  });

  it('keeps hostile text as text, without its control characters', async () => {
    const parts = await openPptx(await kitOf(hostileInput));
    const cover = parts.get('ppt/slides/slide1.xml') ?? '';
    expect(cover).toContain('<a:t>&lt;b&gt;&amp;&quot;&apos;X&lt;/b&gt;</a:t>');
    // eslint-disable-next-line no-control-regex -- finding control characters is the point
    expect([...parts.values()].join('')).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u202e\ufffe]/u);
  });
});

describe('making a launch kit', () => {
  it('reports progress that never falls and ends at one', async () => {
    const { context, fractions, warnings } = recordingContext();
    await makeKit(schedulingInput, {}, context);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('says that the video is switched off where it is', async () => {
    const { kit } = await kitOf(schedulingInput);
    expect(kit.video).toEqual({
      status: 'not_made',
      reason: 'The video is switched off by LAUNCH_VIDEO.',
    });
  });

  it('is complete without a video where no codec loads, and says why', async () => {
    const made = await makeKit(schedulingInput, {
      video: 'draft',
      codecPackages: ['@hatchr/no-such-codec'],
    });
    expect(made.kit.video).toEqual({
      status: 'not_made',
      reason: expect.stringContaining('no video codec could be loaded'),
    });
    expect(made.kit.deck.previews).toHaveLength(12);
    expect(made.files.filter(({ path }) => path.includes('video'))).toEqual([]);
  });

  it('warns of characters that no font draws and keeps them in the PPTX', async () => {
    const { context, warnings } = recordingContext();
    const spec = { ...schedulingInput.spec, name: 'Plan 𓀀' };
    const made = await makeKit({ ...schedulingInput, spec }, {}, context);
    expect(warnings).toEqual([expect.stringContaining('𓀀')]);
    expect((await openPptx(made)).get('ppt/slides/slide1.xml')).toContain('<a:t>Plan 𓀀</a:t>');
  });

  it('draws Japanese, Arabic, Polish and emoji without a warning', async () => {
    for (const input of [japaneseInput, arabicInput, polishInput]) {
      const { context, warnings } = recordingContext();
      await makeKit(input, {}, context);
      expect(warnings).toEqual([]);
    }
  });

  it('still makes PPTX, logo and copy where the drawing library cannot load, and says why', async () => {
    const { context, warnings } = recordingContext();
    const made = await makeKit(
      schedulingInput,
      { canvasPackage: '@hatchr/no-such-canvas' },
      context,
    );
    const paths = made.files.map((file) => file.path);
    expect(paths).toContain('launch/deck/slotwise-deck.pptx');
    expect(paths).toContain('launch/images/logo.svg');
    expect(paths.filter((path) => path.endsWith('.png') || path.endsWith('.pdf'))).toEqual([]);
    expect(made.kit.deck.previews).toEqual([]);
    expect(made.kit.servedBy.reason).toContain('no-such-canvas');
    expect(warnings).toHaveLength(1);
    expect((await openPptx(made)).get('ppt/slides/slide1.xml')).toContain('<a:t>Slotwise</a:t>');
  });

  describe('with a gateway for pictures', () => {
    const backdropOf = ({ kit }: MadeLaunchKit) =>
      kit.images.find(({ path }) => path === 'launch/images/backdrop-1280x720.png');
    const madeWith = async (picture: Uint8Array) => {
      const gateway = new FakeLivepeerAi(picture);
      const pictures = { baseUrl: await gateway.start(), apiKey: fakeGatewayKey };
      try {
        return await makeKit(schedulingInput, { pictures });
      } finally {
        await gateway.stop();
      }
    };

    it('covers the backdrop with the generated picture, and changes nothing else', async () => {
      const made = await madeWith(greyPng(1024, 576, 120));
      expect(backdropOf(made)).toMatchObject({ servedBy: { mode: 'live' } });
      const plain = await kitOf(schedulingInput);
      expect(backdropOf(plain)).toMatchObject({ servedBy: { mode: 'embedded' } });
      const changed = made.files.filter(({ path, content }) => {
        const other = plain.files.find((file) => file.path === path)?.content ?? '';
        return !Buffer.from(content).equals(Buffer.from(other));
      });
      expect(changed.map(({ path }) => path)).toEqual(['launch/images/backdrop-1280x720.png']);
    });

    it('draws it from the brand where the picture cannot be decoded, and says so', async () => {
      const header = Buffer.from(greyPng(1024, 576, 120)).subarray(0, 33);
      const made = await madeWith(Buffer.concat([header, Buffer.alloc(100, 7)]));
      expect(backdropOf(made)?.servedBy).toMatchObject({
        mode: 'embedded',
        reason: expect.stringContaining('could not be decoded'),
      });
      const plain = await kitOf(schedulingInput);
      const path = 'launch/images/backdrop-1280x720.png';
      expect(Buffer.from(bytesOf(made, path)).equals(Buffer.from(bytesOf(plain, path)))).toBe(true);
    });
  });

  it('writes a logo whose title cannot break out of the SVG', async () => {
    const svg = textOf(await kitOf(hostileInput), 'launch/images/logo.svg');
    expect(svg).not.toContain('<b>');
    new SaxesParser().write(svg).close();
  });

  it('puts each text into a fence that the text cannot close', async () => {
    const markdown = textOf(await kitOf(hostileInput), 'launch/copy/product_hunt.md');
    expect(markdown).toContain('`````text\n');
  });
});

describe('stopping', () => {
  const processes = (): number =>
    process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

  it('ends the rendering process on abort and throws job.cancelled', async () => {
    const before = processes();
    const controller = new AbortController();
    const context: StepContext = {
      ...silentStepContext(controller.signal),
      progress: (fraction) => {
        if (fraction > 0.1) controller.abort();
      },
    };
    await expect(makeKit(schedulingInput, {}, context)).rejects.toMatchObject({
      code: 'job.cancelled',
    });
    // The handle of a process that has ended is let go of a moment later.
    for (let tries = 0; tries < 100 && processes() > before; tries += 1) await sleep(10);
    expect(processes()).toBe(before);
  });

  it('throws the reason of the signal where it is an AppError', async () => {
    const signal = AbortSignal.abort(new AppError('step.timeout'));
    await expect(makeKit(schedulingInput, {}, silentStepContext(signal))).rejects.toMatchObject({
      code: 'step.timeout',
    });
  });

  it('stops at its own time limit', async () => {
    await expect(makeKit(schedulingInput, { timeLimitMs: 20 })).rejects.toMatchObject({
      code: 'step.timeout',
    });
  });

  it('fails as launch_kit.failed when the process runs out of memory', async () => {
    await expect(makeKit(schedulingInput, { memoryLimitMb: 4 })).rejects.toMatchObject({
      code: 'launch_kit.failed',
    });
  });
});

describe('a kit with a language model', () => {
  it('has its words where they hold, and says whose they are', async () => {
    const server = await startModelServer({
      protocol: 'openai',
      answer: ({ schema, schemaName }) => {
        const keys = Object.keys(schema?.['properties'] ?? {});
        const all: Record<string, unknown> =
          schemaName === 'deck_words' ? carefulWords : carefulDrafts;
        return { json: Object.fromEntries(keys.map((key) => [key, all[key]])) };
      },
    });
    try {
      const context = silentStepContext();
      const model = stepModelOver(server, { context });
      const service = new LivepeerService(withDefaults({ video: 'off' }));
      const { kit, files } = await service.makeLaunchKit({ ...schedulingInput, model }, context);
      expect(kit.servedBy).toMatchObject({ provider: 'OpenAI small', mode: 'live' });
      expect(kit.servedBy.reason).toContain('wrote the copy for Product Hunt');
      expect(kit.deck.slides[1]?.notes).toContain(carefulWords.problem.talk);
      const post = files.find(({ path }) => path === 'launch/copy/linkedin.md');
      expect(String(post?.content)).toContain(carefulDrafts.linkedin.paragraphs[0]);
      const plain = await kitOf(schedulingInput);
      expect(files.map(({ path }) => path)).toEqual(plain.files.map(({ path }) => path));
    } finally {
      await server.close();
    }
  });
});
