import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { silentStepContext } from '@hatchr/contracts';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'pptxtojson/dist/index.js';
import { greekInput, japaneseInput, ukrainianInput } from '../fixtures/many-domains.fixture.js';
import { greyScreenshots } from '../fixtures/screenshots.fixture.js';
import { schedulingInput } from '../fixtures/scheduling.fixture.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { withDefaults } from '../livepeer.config.js';
import { LivepeerService, type MadeLaunchKit } from '../livepeer.service.js';

// Real: the decks, and programs that know nothing of how they were written. Fake: the step context, which is silent.

jest.setTimeout(300_000);

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
const hasPythonPptx = spawnSync('python3', ['-c', 'import pptx']).status === 0;
if (!hasOffice)
  process.stderr.write('LibreOffice is not installed: decks are not opened with it.\n');
if (!hasPythonPptx)
  process.stderr.write('python-pptx is not installed: decks are not opened with it.\n');

const inTone = (
  input: LaunchKitInput,
  tone: LaunchKitInput['spec']['brand']['tone'],
): LaunchKitInput => ({
  ...input,
  spec: { ...input.spec, brand: { ...input.spec.brand, tone } },
});

/** Every look once, with screenshots, with and without competitors, in four scripts. */
const inputs: [string, LaunchKitInput][] = [
  ['calm', { ...schedulingInput, screenshots: { images: greyScreenshots, reason: null } }],
  ['bold', ukrainianInput],
  ['precise', inTone(schedulingInput, 'precise')],
  ['playful', inTone(japaneseInput, 'playful')],
  ['warm', { ...greekInput, discovery: schedulingInput.discovery }],
];
const withCompetitors = ['calm', 'precise', 'warm'];

const folder = mkdtempSync(join(tmpdir(), 'hatchr-open-pptx-'));
const fileOf = (name: string): string => join(folder, `${name}.pptx`);
const kits = new Map<string, MadeLaunchKit>();

beforeAll(async () => {
  for (const [name, input] of inputs) {
    const service = new LivepeerService(withDefaults({ video: 'off' }));
    const made = await service.makeLaunchKit(input, silentStepContext());
    const { content } = made.files.find(({ path }) => path === made.kit.deck.pptx) ?? {};
    writeFileSync(fileOf(name), content ?? '');
    kits.set(name, made);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What a reader found on one slide. */
interface SlideRead {
  notes: string;
  texts: string[];
  charts: string[][];
  tables: string[][];
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&amp;/gu, '&')
    .trim();

async function readWithParser(name: string): Promise<SlideRead[]> {
  const bytes = new Uint8Array(readFileSync(fileOf(name)));
  const { slides } = await parse(bytes.buffer, { imageMode: 'none' });
  return slides.map(({ note, elements }) => ({
    notes: plain(note),
    texts: elements.flatMap((element) =>
      element.type === 'text' || element.type === 'shape' ? plain(element.content) : [],
    ),
    charts: elements.flatMap((element) =>
      element.type === 'chart'
        ? [Object.values((element.data[0] as { xlabels: object }).xlabels)]
        : [],
    ),
    tables: elements.flatMap((element) =>
      element.type === 'table' ? [element.data.flat().map((cell) => plain(cell.text))] : [],
    ),
  }));
}

const pythonReader = `
import json, sys
from pptx import Presentation
slides = []
for slide in Presentation(sys.argv[1]).slides:
    shapes = list(slide.shapes)
    slides.append({
        'notes': slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else '',
        'texts': [s.text_frame.text for s in shapes if s.has_text_frame],
        'charts': [[str(c) for c in s.chart.plots[0].categories] for s in shapes if s.has_chart],
        'tables': [[c.text for r in s.table.rows for c in r.cells] for s in shapes if s.has_table],
    })
print(json.dumps(slides))
`;

function readWithPython(name: string): SlideRead[] {
  const { stdout, stderr } = spawnSync('python3', ['-c', pythonReader, fileOf(name)], {
    encoding: 'utf8',
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as SlideRead[];
}

function expectDeck(name: string, slides: readonly SlideRead[]): void {
  const input = inputs.find(([key]) => key === name)?.[1] ?? schedulingInput;
  expect(slides).toHaveLength(12);
  for (const { notes, texts } of slides) {
    expect(notes.length).toBeGreaterThan(20);
    expect(texts.join('').length).toBeGreaterThan(10);
  }
  const { spec, discovery } = input;
  expect(slides[0]?.texts).toEqual(expect.arrayContaining([spec.name, spec.tagline]));
  expect(slides[1]?.texts).toContain(spec.problem);
  if (!withCompetitors.includes(name)) return;
  const [chart] = slides.flatMap(({ charts }) => charts);
  expect(chart).toEqual(expect.arrayContaining(['Public booking page', 'Client notes']));
  const [table] = slides.flatMap(({ tables }) => tables);
  expect(table).toEqual(expect.arrayContaining(discovery.competitors.map((entry) => entry.name)));
  expect(table).toEqual(expect.arrayContaining(['Deposits', 'Yes', 'No', 'Unknown', 'Pricing']));
}

describe.each(inputs)('the %s deck', (name) => {
  it('is read by a parser of others: text as text, chart and table native, notes on each slide', async () => {
    expectDeck(name, await readWithParser(name));
  });

  (hasPythonPptx ? it : it.skip)('is read the same way by python-pptx', () => {
    expectDeck(name, readWithPython(name));
  });
});

/** Opens every deck in one run of LibreOffice and gives the text of its pages by name. */
function convertWithOffice(): Map<string, string> {
  const profile = pathToFileURL(join(folder, 'office-profile')).href;
  const { status, stderr } = spawnSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', folder],
      ...inputs.map(([name]) => fileOf(name)),
    ],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return new Map(
    inputs.map(([name]) => [name, readFileSync(join(folder, `${name}.pdf`), 'latin1')]),
  );
}

describe('LibreOffice', () => {
  (hasOffice ? it : it.skip)('opens the deck of every look and shows a page for each slide', () => {
    for (const [name, pdf] of convertWithOffice())
      expect([name, pdf.match(/\/Type\s*\/Page\b(?!s)/gu)?.length]).toEqual([name, 12]);
  });
});
