import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { failed, passed, type GateVerdict } from './gate.js';

// What a person on a slow phone still gets within about two seconds (1.6 Mbit/s, compressed as a server sends it).
const maxBytes = 200_000;

/** Paths under `.next` of the scripts that a browser loads with a page; those for browsers without modules are left out. */
export function firstScripts(html: string): string[] {
  const sources = [...html.matchAll(/<script\b[^>]*>/gu)]
    .filter(([tag]) => !/\snomodule/iu.test(tag))
    .flatMap(([tag]) => /\ssrc="[^"]*\/_next\/([^"?]+\.js)[^"]*"/u.exec(tag)?.[1] ?? []);
  return [...new Set(sources.map((source) => decodeURI(source)))];
}

/** Whether the landing page of a built app loads little enough script; `folder` is that of the app. */
export async function measureFirstLoad(folder: string): Promise<GateVerdict> {
  const page = join(folder, '.next', 'server', 'app', 'index.html');
  if (!existsSync(page))
    return failed(
      'The landing page was not prerendered by the build. Take out of src/app/page.tsx what needs a request (cookies, headers, searchParams).',
    );
  const scripts = firstScripts(await readFile(page, 'utf8'));
  if (scripts.length === 0) return failed('The landing page names no script, so it cannot react.');
  const sizes = await Promise.all(
    scripts.map(async (script) => ({
      script,
      bytes: gzipSync(await readFile(join(folder, '.next', script))).length,
    })),
  );
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const text = `The landing page loads ${(total / 1000).toFixed(1)} kB of script, gzipped`;
  if (total <= maxBytes)
    return passed(`${text}; at most ${String(maxBytes / 1000)} kB are allowed.`);
  const largest = sizes
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 5)
    .map(({ script, bytes }) => `${script} ${(bytes / 1000).toFixed(1)} kB`);
  return failed(
    `${text}, more than the ${String(maxBytes / 1000)} kB that are allowed. Keep 'use client' to the parts that react. The largest:\n${largest.join('\n')}`,
  );
}
