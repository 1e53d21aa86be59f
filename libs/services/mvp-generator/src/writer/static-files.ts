import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GeneratedFile } from '@hatchr/contracts';

// `../..` of a module in src/writer and in dist/writer alike is the project folder.
const templateRoot = fileURLToPath(new URL('../../template/', import.meta.url));
const binary = /\.(?:woff2|ico|png)$/u;

let cached: GeneratedFile[] | undefined;

function read(folder: string, prefix = ''): GeneratedFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = prefix + entry.name;
    if (entry.isDirectory()) return read(join(folder, entry.name), `${path}/`);
    const file = join(folder, entry.name);
    return [{ path, content: binary.test(path) ? readFileSync(file) : readFileSync(file, 'utf8') }];
  });
}

/** The files that every app has as they are, read once for the life of the process. */
export function staticFiles(): GeneratedFile[] {
  return (cached ??= read(join(templateRoot, 'app')));
}

const templateCache = new Map<string, string>();

function templateFile(path: string): string {
  const known = templateCache.get(path);
  if (known !== undefined) return known;
  const content = readFileSync(join(templateRoot, path), 'utf8');
  templateCache.set(path, content);
  return content;
}

/** The source of a feature's file in `template/features`. */
export const featureFile = (name: string): string => templateFile(`features/${name}`);

/** The source of a file in `template/assistant`. */
export const assistantFile = (path: string): string => templateFile(`assistant/${path}`);

/** Folder of the app's own package.json and package-lock.json, which the shared dependencies are installed from. */
export const lockFolder = join(templateRoot, 'app');
