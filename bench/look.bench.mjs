// Every page of generated apps in a real browser: light and dark, desktop and phone. Options, all optional:
//   --only TEXT      sentences of prompts.json that contain the text
//   --prompt TEXT    a sentence of your own
//   --sample N       N sentences spread over the list (3 unless something is named)
//   --pages REGEX    only pages whose name matches
//   --out DIR        where the pictures go (bench/results/look)
// Fails on console errors, failed requests, sideways scrolling, and serious or critical issues of axe; and when a
// visitor cannot use the public page, or one account reaches the rows of another.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser } from '../tools/find-browser.mjs';
import { readPrompts } from './corpus.bench.mjs';
import { writeContactSheet } from './look/contact-sheet.mjs';
import { inspectPage, watchPage } from './look/inspect-page.mjs';
import { listPages } from './look/list-pages.mjs';
import { findRowId, openDemo } from './look/sign-in.mjs';
import { modelName, startModel } from './look/stand-in-model.mjs';
import { tryAssistant } from './look/try-assistant.mjs';
import { tryFileFields } from './look/try-file-fields.mjs';
import { tryPublicPage } from './look/try-public-page.mjs';
import { tryTwoAccounts } from './look/try-two-accounts.mjs';
import { openPlanner, withServedApp } from './look/serve-app.mjs';

/** @typedef {import('./look/inspect-page.mjs').Problem} Problem */

const devices = [
  { device: 'desktop', viewport: { width: 1440, height: 900 }, columns: 4, height: 420 },
  { device: 'phone', viewport: { width: 390, height: 844 }, columns: 8, height: 460 },
];

/** @type {import('./measure.mjs').Bench} */
export async function bench(context) {
  const options = readOptions(context.options);
  const prompts = choose(readPrompts(context.root), options, context.isShort);
  const out = path.resolve(options.out ?? path.join(context.root, 'bench/results/look'));
  const found = await findBrowser(context.say);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: found.args,
    env: { ...process.env, ...found.env },
  });
  const planner = await openPlanner(context.signal);
  /** @type {(Problem & { app: string })[]} */
  const problems = [];
  let visits = 0;
  try {
    for (const prompt of prompts) {
      const spec = await planner.plan(prompt);
      const folder = path.join(out, spec.slug);
      fs.rmSync(folder, { recursive: true, force: true });
      fs.mkdirSync(folder, { recursive: true });
      const model = await startModel();
      const env = {
        OPENAI_API_KEY: 'sk-stand-in',
        OPENAI_BASE_URL: model.url,
        OPENAI_MODEL: modelName,
      };
      const result = await withServedApp(context, spec, env, (app) =>
        lookAt(browser, app, folder, { pattern: options.pages, stopModel: model.close }),
      ).finally(model.close);
      visits += result.visits;
      problems.push(...result.problems.map((problem) => ({ ...problem, app: spec.name })));
      context.say(`${prompt}: ${result.problems.length} problems, ${folder}`);
    }
  } finally {
    await planner.close();
    await browser.close();
  }
  for (const { app, page, where, kind, text } of problems)
    console.log([app, page, where, kind, text].join(' | '));
  return figures(prompts.length, visits, problems);
}

/** @param {string[]} args */
function readOptions(args) {
  const text = { type: /** @type {const} */ ('string') };
  const options = { only: text, prompt: text, sample: text, pages: text, out: text };
  return parseArgs({ args, options }).values;
}

/**
 * @param {string[]} prompts
 * @param {ReturnType<typeof readOptions>} options
 * @param {boolean} isShort
 */
function choose(prompts, { only, prompt, sample }, isShort) {
  if (prompt) return [prompt];
  if (only) return prompts.filter((candidate) => candidate.includes(only));
  const count = isShort ? 1 : Number(sample ?? 3);
  return Array.from(
    { length: count },
    (_, index) => prompts[Math.floor((index * prompts.length) / count)] ?? '',
  );
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./look/serve-app.mjs').ServedApp} app
 * @param {string} folder
 * @param {{ pattern: string | undefined, stopModel: () => Promise<void> }} options
 */
async function lookAt(browser, app, folder, { pattern, stopModel }) {
  const wanted = new RegExp(pattern ?? '');
  const results = await Promise.all(
    devices.map(async ({ device, viewport, columns, height }) => {
      /** @type {Problem[]} */
      const problems = [];
      const visitor = await browser.newContext({ viewport });
      const member = await browser.newContext({ viewport });
      await openDemo(member, app.base);
      const findId = (/** @type {string} */ route) => findRowId(member, app.base, route);
      const pages = (await listPages(app.files, findId)).filter(({ name }) => wanted.test(name));
      /** @type {string[]} */
      const pictures = [];
      for (const target of pages) {
        const page = await (target.isPrivate ? member : visitor).newPage();
        watchPage(page, (kind, text) =>
          problems.push({ page: target.name, where: device, kind, text }),
        );
        const report = (/** @type {Problem} */ problem) => problems.push(problem);
        pictures.push(...(await inspectPage(page, app.base, target, { device, folder, report })));
        await page.close();
      }
      for (const theme of ['light', 'dark'])
        await writeContactSheet(
          folder,
          `sheet.${device}.${theme}.png`,
          pictures.filter((name) => name.endsWith(`.${theme}.png`)),
          { columns, height },
        );
      await Promise.all([visitor.close(), member.close()]);
      return { problems, visits: pictures.length };
    }),
  );
  const tried = [
    ...(await tryPublicPage(browser, app, folder)),
    ...(await tryTwoAccounts(browser, app)),
    ...(await tryFileFields(browser, app, folder)),
    ...(await tryAssistant(browser, app, folder, stopModel)),
  ].map((text) => ({
    page: 'app',
    where: 'two sessions',
    kind: /** @type {const} */ ('use'),
    text,
  }));
  return {
    problems: [...results.flatMap((result) => result.problems), ...tried],
    visits: results.reduce((total, result) => total + result.visits, 0),
  };
}

/**
 * @param {number} apps
 * @param {number} visits
 * @param {Problem[]} problems
 */
function figures(apps, visits, problems) {
  const kinds = {
    status: 'pages with another status than theirs',
    console: 'console errors',
    request: 'failed requests',
    scroll: 'pages that scroll sideways',
    axe: 'serious or critical issues of axe',
    use: 'faults in use: public page, two accounts, file field, assistant',
  };
  return [
    { name: 'apps', value: apps, unit: '' },
    { name: 'pictures', value: visits, unit: '' },
    ...Object.entries(kinds).map(([kind, name]) => ({
      name,
      value: problems.filter((problem) => problem.kind === kind).length,
      unit: '',
      target: { atMost: 0 },
    })),
  ];
}
