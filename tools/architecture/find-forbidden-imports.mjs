// Who may import whom (ARCHITECTURE.md), read from the sources themselves.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const NEST = /^@nestjs\//;
const DATABASE = /^(?:typeorm|pg|pg-boss)(?:\/|$)/;
const SERVER_TRPC = /^@trpc\//;
const PAGES = /^(?:next|react|react-dom)(?:\/|$)/;
const OURS = /^@hatchr\/([a-z-]+)(\/.*)?$/;

/** Of each kind of project: which of ours it may import, and which packages it must not know. */
const RULES = [
  { folder: 'libs/contracts', mayUse: [], never: [NEST, DATABASE, PAGES] },
  {
    folder: 'libs/services',
    mayUse: ['contracts', 'language-model'],
    never: [DATABASE, SERVER_TRPC, PAGES],
  },
  {
    folder: 'apps/backend',
    mayUse: [
      'contracts',
      'concordium',
      'deployment',
      'discovery',
      'language-model',
      'livepeer',
      'mvp-generator',
      'packaging',
    ],
    never: [PAGES],
  },
  { folder: 'apps/frontend', mayUse: ['contracts'], never: [NEST, DATABASE] },
  { folder: 'apps/e2e', mayUse: ['contracts'], never: [NEST, PAGES] },
];

const SOURCE = /\.(?:ts|tsx|mts|js|jsx|mjs)$/;
/** Code that runs in tests alone: it may use what a project has for the tests of others, such as local servers. */
const TEST = /\.(?:spec|fixture)\.tsx?$|\/testing\//;
const SKIPPED = new Set(['node_modules', 'dist', '.next', 'template', 'kit']);
/**
 * @param {string} workspace absolute path
 * @returns {{ forbidden: string[], files: number, imports: number }} each forbidden import in words
 */
export function findForbiddenImports(workspace) {
  const result = { forbidden: /** @type {string[]} */ ([]), files: 0, imports: 0 };
  for (const rule of RULES) {
    for (const file of sourcesOf(path.join(workspace, rule.folder))) {
      result.files += 1;
      // The compiler's own scanner: it knows imports from text that only looks like one.
      const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
      for (const { fileName } of importedFiles) {
        result.imports += 1;
        const reason = whyForbidden(fileName, file, rule, workspace);
        if (reason) result.forbidden.push(`${path.relative(workspace, file)}: ${reason}`);
      }
    }
  }
  return result;
}

function whyForbidden(specifier, file, rule, workspace) {
  if (specifier.startsWith('.')) {
    const own = projectOf(file, workspace);
    const target = path.resolve(path.dirname(file), specifier);
    const isInside = target.startsWith(path.join(workspace, own) + path.sep);
    const isTools = target.startsWith(path.join(workspace, 'tools') + path.sep);
    // Only code of a project's tests and configuration may reach for the shared tools.
    return isInside || isTools || isShared(target) ? null : `${specifier} leaves its project`;
  }
  const ours = OURS.exec(specifier);
  if (ours) {
    const isForTests = ours[2] === '/testing' && TEST.test(file);
    if (ours[2] && !isForTests) return `${specifier} reaches past the public index`;
    return rule.mayUse.includes(ours[1]) ? null : `${rule.folder} may not know ${specifier}`;
  }
  return rule.never.some((pattern) => pattern.test(specifier))
    ? `${rule.folder} may not know ${specifier}`
    : null;
}

const isShared = (target) =>
  ['jest.preset.mjs', 'eslint.config.mjs'].includes(path.basename(target));

function projectOf(file, workspace) {
  const parts = path.relative(workspace, file).split(path.sep);
  return parts.slice(0, parts[1] === 'services' ? 3 : 2).join(path.sep);
}

function* sourcesOf(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesOf(full);
    else if (SOURCE.test(entry.name)) yield full;
  }
}
