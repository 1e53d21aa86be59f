import { describe, expect, it } from '@jest/globals';
import type { ModelCall } from '@hatchr/contracts';
import { Lexer, marked, type Token, type Tokens } from 'marked';
import { documentsFixture, specFixture } from '../testing/kit-fixture.js';
import { renderDocuments, type DocumentsInput } from './render-documents.js';

const textOf = (input: DocumentsInput, path: string): string => {
  const file = renderDocuments(input).find((document) => document.path === path);
  if (typeof file?.content !== 'string') throw new Error(`no ${path}`);
  return file.content;
};

const competitorsPath = 'docs/competitors.md';
const markdownPaths = ['competitors', 'decisions', 'roadmap', 'verification'].map(
  (name) => `docs/${name}.md`,
);

describe('the documents of a kit', () => {
  it('are four reports, the comparison for a spreadsheet, the machine-readable verification and an executable verifier', () => {
    const files = renderDocuments(documentsFixture());
    expect(files.map((file) => file.path)).toEqual([
      'docs/competitors.csv',
      competitorsPath,
      'docs/decisions.md',
      'docs/roadmap.md',
      'docs/verification.json',
      'docs/verification.md',
      'verify.mjs',
    ]);
    expect(files.at(-1)?.mode).toBe(0o755);
  });

  it('are the same bytes when only the durations of the checks differ', () => {
    const slower = documentsFixture();
    for (const gate of slower.verification.gates) gate.durationMs = 99_999;
    expect(renderDocuments(slower)).toEqual(renderDocuments(documentsFixture()));
    expect(JSON.stringify(renderDocuments(slower))).not.toContain('99999');
  });

  it('write the verification as JSON with every gate and its outcome', () => {
    expect(JSON.parse(textOf(documentsFixture('why'), 'docs/verification.json'))).toEqual({
      outcome: 'passed',
      reason: 'why',
      gates: [{ name: 'types', label: 'why', outcome: 'passed', detail: 'why' }],
    });
  });
});

describe('docs/competitors.md', () => {
  const rows = (text: string): string[][] =>
    tablesIn(text).flatMap((table) => table.rows.map((row) => row.map((cell) => cell.text)));

  it('gives each statement the number of its source, and each source its address and date', () => {
    const text = textOf(documentsFixture(), competitorsPath);
    const overview = rows(text).find((row) => row[0] === 'plain text b');
    expect(overview?.at(-1)).toBe('E2');
    const source = rows(text).find((row) => row[0] === 'E2');
    expect(source).toEqual([
      'E2',
      'plain text b',
      'plain text',
      'plain text',
      '<https://example.com/source/ev-b>',
      '2026-11-02',
      'page that was read',
      '80 %',
    ]);
    expect(text).toContain('- plain text (E2)');
  });

  it('says unknown where nothing is known, and never no', () => {
    const text = textOf(documentsFixture(), competitorsPath);
    const matrix = rows(text).filter((row) => row[0] === 'Letters');
    expect(matrix).toEqual([['Letters', 'no', 'unknown']]);
    const overview = rows(text).find((row) => row[0] === 'plain text a');
    expect([overview?.[3], overview?.[5]]).toEqual(['unknown', 'unknown']);
  });

  it('states plans as their pages do, with the number of the source', () => {
    const price = rows(textOf(documentsFixture(), competitorsPath)).find(
      (row) => row.length === 3 && row[0] === 'plain text b',
    );
    expect(price?.slice(1)).toEqual([
      'plain text: from 8 EUR a month per plain text, billed yearly, 14 days to try',
      'E2',
    ]);
  });

  it('says how each provider did', () => {
    const text = textOf(documentsFixture('why'), competitorsPath);
    expect(text).toContain('- why answered with 2 results');
    expect(text).toContain('- brave failed: why');
  });

  it('says that a statement has no source rather than citing one', () => {
    const input = documentsFixture();
    for (const gap of input.discovery.gaps) gap.evidenceIds = ['gone'];
    expect(textOf(input, competitorsPath)).toContain('(no source recorded)');
  });

  it('is honest when no competitor is known', () => {
    const input = documentsFixture();
    const nothing = { competitors: [], matrix: [], features: [], gaps: [], evidence: [] };
    input.discovery = { ...input.discovery, ...nothing, outcome: 'none_known' };
    const text = textOf(input, competitorsPath);
    expect(text).toContain('not a proof that there is none');
    expect(tablesIn(text)).toEqual([]);
    expect(text).toContain('No source was recorded.');
  });

  it('makes no link of an address that is not http', () => {
    const input = documentsFixture();
    for (const item of input.discovery.evidence) item.url = 'javascript:alert(1)';
    const html = marked.parse(textOf(input, competitorsPath), { async: false });
    expect(html).not.toContain('href="javascript');
    expect(html).toContain('javascript:alert(1)');
  });
});

describe('docs/competitors.csv', () => {
  it('has a row each competitor and a column each feature', () => {
    const lines = textOf(documentsFixture(), 'docs/competitors.csv').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toBe(
      'Name,Address,What it is,For whom,Category,Pricing,Plans,Nearness,plain text,Letters,Sources',
    );
    expect(lines[1]).toMatch(/,yes,no,https:\/\/example\.com\/source\/ev-a$/);
    expect(lines[2]).toMatch(/,unknown,unknown,/);
  });

  it.each(['=HYPERLINK("http://evil.example")', '@SUM(1)', '+1', '-1'])(
    'lets no spreadsheet run %s',
    (text) => {
      const csv = textOf(documentsFixture(text), 'docs/competitors.csv');
      expect(csv).not.toMatch(/(?:^|,)"?[=@+-]/mu);
    },
  );
});

describe('docs/decisions.md', () => {
  it('names who served each step in order, with the reason, and unknown steps after them', () => {
    const [steps] = tablesIn(textOf(documentsFixture('the reason'), 'docs/decisions.md'));
    expect(steps?.rows.map((row) => row.map((cell) => cell.text))).toEqual([
      ['Finding competitors', 'embedded planner', 'embedded', 'No key is set.', 'nothing'],
      ['Building the MVP', 'embedded planner', 'embedded', 'the reason', 'nothing'],
      ['x the reason', 'embedded planner', 'embedded', 'No key is set.', 'nothing'],
    ]);
  });

  it('states no amount that nobody recorded', () => {
    const input = documentsFixture();
    const served = { provider: 'a service', mode: 'live' as const, reason: 'A key is set.' };
    const text = textOf({ ...input, servedBy: { mvp: served } }, 'docs/decisions.md');
    expect(text).toContain('| A key is set. | not recorded; a service with a key bills');
  });

  it('tells whoever wrote in another language that the copy is English', () => {
    const input = documentsFixture();
    expect(textOf(input, 'docs/decisions.md')).not.toContain('Copy is English');
    const spec = { ...input.spec, language: 'de' };
    expect(textOf({ ...input, spec }, 'docs/decisions.md')).toContain(
      'The idea is in another language (`de`). Copy is English',
    );
  });

  it('says that no model was asked where none was', () => {
    const text = textOf(documentsFixture(), 'docs/decisions.md');
    expect(text).toContain('made by the engine that is part of Hatchr');
    expect(text).toContain('## Calls of language models\n\nNone: no language model was asked.');
  });

  it('says what a model decided, what the embedded engine did, and what each call cost', () => {
    const call: ModelCall = {
      at: '2030-01-01T00:00:00.000Z',
      step: 'mvp',
      task: 'plan',
      purpose: 'Plan | it',
      provider: 'OpenAI',
      model: 'gpt-5.4-mini',
      usage: { input: 3_210, cached: 0, output: 1_830, reasoning: 0 },
      microUsd: 10_700,
      milliseconds: 8_240,
      outcome: 'answered',
      errorCode: null,
    };
    const failed: ModelCall = {
      ...call,
      usage: { input: 0, cached: 0, output: 0, reasoning: 0 },
      microUsd: 0,
      outcome: 'failed',
      errorCode: 'provider.unavailable',
    };
    const decisions = [
      { step: 'mvp', subject: 'Entities', by: 'model', model: 'gpt-5.4-mini', reason: 'Richer.' },
      { step: 'discovery', subject: 'Facts', by: 'embedded', model: null, reason: 'Spent.' },
    ] as const;
    const input = { ...documentsFixture(), decisions, modelCalls: [call, failed] };
    const [steps, decided, calls] = tablesIn(textOf(input, 'docs/decisions.md'));
    const cells = (table: typeof steps): string[][] | undefined =>
      table?.rows.map((row) => row.map((cell) => cell.text));
    expect(cells(steps)?.[1]?.[4]).toBe('5,040 tokens of a language model, $0.0107');
    expect(cells(decided)).toEqual([
      ['Finding competitors', 'Facts', 'embedded engine', 'Spent.'],
      ['Building the MVP', 'Entities', 'language model (gpt-5.4-mini)', 'Richer.'],
    ]);
    const of = ['Building the MVP', 'Plan &#124; it', 'OpenAI gpt-5.4-mini'];
    expect(cells(calls)).toEqual([
      [...of, '3,210 + 1,830', '$0.0107', '8.2', 'answered'],
      [...of, '0 + 0', '$0.0000', '8.2', 'failed (provider.unavailable)'],
    ]);
  });

  it('tells screenshots of the app from pictures that were drawn', () => {
    const input = documentsFixture();
    expect(textOf(input, 'docs/decisions.md')).toContain(
      'No screenshot of the running app was taken',
    );
    const files = ['home', 'list'].map((name) => ({ path: `launch/screenshots/${name}.png` }));
    const text = textOf({ ...input, files }, 'docs/decisions.md');
    expect(text).toContain('holds 2 screenshots of the generated app');
    expect(text).not.toContain('No screenshot');
  });

  it('shows each claim with address and date of what supports it', () => {
    const text = textOf(documentsFixture(), 'docs/decisions.md');
    expect(text).toContain(
      '| Sends the reminder by letter too | E2 | <https://example.com/source/ev-b> (2026-11-02) |',
    );
  });

  it('says why there is no video, and where the prices come from', () => {
    const text = textOf(documentsFixture('no encoder here'), 'docs/decisions.md');
    expect(text).toContain('Not made. no encoder here');
    expect(text).toContain('names no prices, so none were invented');
  });
});

describe('docs/roadmap.md', () => {
  it('lists flows with what must hold, what is left out, and the open prices', () => {
    const text = textOf({ ...documentsFixture(), spec: specFixture() }, 'docs/roadmap.md');
    expect(text).toContain('### Plan a recall (Owner)');
    expect(text).toContain('1. Open recalls\n2. Add one');
    expect(text).toContain('- The recall is listed');
    expect(text).toContain('- No billing of insurers');
    expect(text).toContain('The price of the plan Solo (EUR).');
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'a | b | c',
  'a \\| b \\\\| c \\',
  'one\n\n| x | y |\n|---|---|\ntwo',
  '`code` ``` fence',
  '[link](javascript:alert(1)) ![image](http://evil.example/x.png)',
  '<javascript:alert(1)> <!-- comment',
  '</td></table><h1>x</h1>',
  '&lt;b&gt; &amp; &#60;i&#62;',
  'http://evil.example www.evil.example evil@evil.example',
  '# heading',
  '- list',
  '1. numbered',
  '> quote',
  '*b* _i_ ~~s~~ **x**',
  'tab\tand\u0000nul\u2028line\u202ebidi',
  '[^1] [x]: http://evil.example',
  '---',
  '$$x$$ @someone ^a^',
];

describe('text from outside', () => {
  it.each(hostile)('shows %j as it is, in every document', (text) => {
    const plain = documentsFixture();
    const input = documentsFixture(text);
    for (const path of markdownPaths) {
      const expected = shapeOf(textOf(plain, path));
      expect(shapeOf(textOf(input, path))).toEqual(expected);
    }
  });

  it.each(hostile)('reads %j in the rendered page, character by character', (text) => {
    const html = marked.parse(textOf(documentsFixture(text), competitorsPath), { async: false });
    const shown = text.replace(/[\s\0\u2028\u202e]+/gu, ' ').trim();
    const [paragraph] = /(?<=<\/h1>\s*<p>)[\s\S]*?(?=<\/p>)/u.exec(html) ?? [];
    expect(decoded(paragraph ?? '')).toBe(shown);
  });
});

/** All structure of a document and no text: what must not depend on the text. */
function shapeOf(markdown: string): string[] {
  const shape: string[] = [];
  const visit = (tokens: Token[]): void => {
    for (const token of tokens) {
      if (['text', 'escape', 'space'].includes(token.type)) {
        if (token.type === 'text' && 'tokens' in token) visit(token.tokens ?? []);
        continue;
      }
      shape.push(token.type === 'link' ? `link ${(token as Tokens.Link).href}` : token.type);
      if (token.type === 'table') visitTable(token as Tokens.Table);
      else if (token.type === 'list') visit((token as Tokens.List).items);
      else if ('tokens' in token) visit(token.tokens ?? []);
    }
  };
  const visitTable = (table: Tokens.Table): void => {
    for (const row of [table.header, ...table.rows]) {
      shape.push(`row of ${row.length}`);
      for (const cell of row) visit(cell.tokens);
    }
  };
  visit(Lexer.lex(markdown));
  return shape;
}

function tablesIn(markdown: string): Tokens.Table[] {
  return Lexer.lex(markdown).filter((token): token is Tokens.Table => token.type === 'table');
}

function decoded(html: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return html.replace(/&(?:#(\d+)|(\w+));/gu, (_all, code: string | undefined, name: string) =>
    code === undefined ? (named[name] ?? '?') : String.fromCodePoint(Number(code)),
  );
}
