import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import type { GeneratedFile } from '@hatchr/contracts';
import { lockFolder } from '../writer/static-files.js';

// A path that unpacks the same on every system: no drive, no backslash, no reserved character, no way out.
const safePath = /^(?!\/)(?!.*(?:^|\/)\.\.?(?:\/|$))[A-Za-z0-9._()[\]@/-]{1,180}$/u;
const importPattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)(['"])([\w@./:-]+)\1/gu;
const codeFile = /\.(?:ts|tsx|mts|mjs)$/u;

interface Pins {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

/** Packages that the pin file (package.json of the template) allows, and the modules that come with them. */
function allowedPackages(): ReadonlySet<string> {
  const pins = JSON.parse(readFileSync(join(lockFolder, 'package.json'), 'utf8')) as Pins;
  return new Set([
    ...Object.keys(pins.dependencies),
    ...Object.keys(pins.devDependencies),
    'server-only',
  ]);
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

function resolves(specifier: string, from: string, paths: ReadonlySet<string>): boolean {
  const target = specifier.startsWith('@/')
    ? `src/${specifier.slice(2)}`
    : posix.normalize(posix.join(posix.dirname(from), specifier));
  return ['', '.ts', '.tsx', '/index.ts', '/index.tsx'].some((ending) =>
    paths.has(target + ending),
  );
}

function importProblems(
  file: GeneratedFile,
  paths: ReadonlySet<string>,
  packages: ReadonlySet<string>,
): string[] {
  if (typeof file.content !== 'string' || !codeFile.test(file.path)) return [];
  return [...file.content.matchAll(importPattern)].flatMap((match) => {
    const specifier = match[2] ?? '';
    if (specifier.startsWith('.') || specifier.startsWith('@/'))
      return resolves(specifier, file.path, paths)
        ? []
        : [`${file.path} imports ${specifier}, which is not there.`];
    const isBuiltin = specifier.startsWith('node:') && builtinModules.includes(specifier.slice(5));
    if (isBuiltin || packages.has(packageOf(specifier))) return [];
    return [`${file.path} imports ${specifier}, which is not in the pin file.`];
  });
}

/**
 * What is wrong with a set of files: paths that do not unpack safely or occur twice, imports of packages that
 * are not pinned, and imports of files that are not there. Empty when all is well.
 */
export function findFileProblems(files: readonly GeneratedFile[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  const lower = new Set(files.map((file) => file.path.toLowerCase()));
  const packages = allowedPackages();
  return [
    ...files
      .filter((file) => !safePath.test(file.path))
      .map((file) => `${file.path} is not a safe path.`),
    ...(lower.size < files.length
      ? ['Two files have the same path on a system that ignores case.']
      : []),
    ...files.flatMap((file) => importProblems(file, paths, packages)),
  ];
}
