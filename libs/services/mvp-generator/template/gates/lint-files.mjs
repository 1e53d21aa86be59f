// Lints the app in the current folder by its own rules and remembers what was clean, so that a file that any app
// had before with the same rules, under the same path, is not read by them again. Argument: JSON of { cache: file
// of the digests of clean files }. Prints what ESLint prints, and at the end one line of JSON: { files, linted }.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const { cache } = JSON.parse(process.argv[2] ?? '{}');
const rulesFile = 'eslint.config.mjs';
// Several hundred apps; the oldest digests go first.
const rememberedFiles = 20_000;
const rules = readFileSync(rulesFile);

/** Every file that `eslint .` would take; what it ignores by name is left to its own settings. */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === '.next') return [];
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(name);
    return /\.(?:[cm]?[jt]s|[jt]sx)$/.test(entry.name) ? [name] : [];
  });
}

const digestOf = (name) =>
  createHash('sha256')
    .update(rules)
    .update(`\0${name}\0`)
    .update(readFileSync(name))
    .digest('base64url');

function readCache() {
  try {
    return readFileSync(cache, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** Replaces the file in one step: another app may be linted at the same time. */
function writeCache(digests) {
  mkdirSync(path.dirname(cache), { recursive: true });
  const temporary = `${cache}.${process.pid}.${Date.now()}`;
  writeFileSync(temporary, digests.slice(-rememberedFiles).join('\n'));
  renameSync(temporary, cache);
}

const files = new Map(sourceFiles('.').map((name) => [name, digestOf(name)]));
const clean = new Set(readCache());
const unknown = [...files.keys()].filter((name) => !clean.has(files.get(name)));
let problems = 0;
if (unknown.length > 0) {
  const require = createRequire(path.join(process.cwd(), 'package.json'));
  const { ESLint } = require('eslint');
  const eslint = new ESLint({ cwd: process.cwd(), warnIgnored: false });
  const results = await eslint.lintFiles(unknown);
  for (const { errorCount, warningCount } of results) problems += errorCount + warningCount;
  console.log(await (await eslint.loadFormatter('stylish')).format(results));
  const dirty = new Set(
    results
      .filter(({ errorCount, warningCount }) => errorCount + warningCount > 0)
      .map(({ filePath }) => path.relative(process.cwd(), filePath)),
  );
  const found = [...files].filter(([name]) => !dirty.has(name)).map(([, digest]) => digest);
  // What this app has moves to the end, where it is kept longest.
  const kept = readCache().filter((digest) => !found.includes(digest));
  writeCache([...kept, ...found]);
}
console.log(JSON.stringify({ files: files.size, linted: unknown.length }));
process.exit(problems === 0 ? 0 : 1);
