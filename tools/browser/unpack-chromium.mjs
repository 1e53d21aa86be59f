// The Chromium inside the npm package @sparticuz/chromium (linux-x64, made for Amazon Lambda): it needs no
// installer and no root, and carries the libraries that small systems lack.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const UNPACK = `
  const { default: chromium } = await import('@sparticuz/chromium');
  await chromium.executablePath();
`;

/**
 * Unpacks it once (180 MB, 2 s) and offers it with the system's libraries first, then with its own.
 * @param {string} cacheDir absolute, inside the checkout
 * @param {(text: string) => void} log
 * @returns {Promise<import('../find-browser.mjs').Browser[]>} empty where the package is absent or of no use
 */
export async function unpackChromium(cacheDir, log) {
  const version = installedVersion(path.dirname(cacheDir));
  if (!version || process.platform !== 'linux' || process.arch !== 'x64') return [];
  const folder = path.join(cacheDir, `chromium-${version}`);
  if (!fs.existsSync(folder)) {
    log('unpacking the Chromium of @sparticuz/chromium');
    if (!unpack(folder)) return [];
  }
  const executablePath = path.join(folder, 'chromium');
  const args = ['--headless=shell', '--disable-gpu'];
  const env = fontsOf(folder);
  const libraries = [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean);
  return [
    { executablePath, args, env },
    { executablePath, args, env: { ...env, LD_LIBRARY_PATH: libraries.join(':') } },
  ];
}

/** @param {string} nodeModules */
function installedVersion(nodeModules) {
  try {
    const manifest = path.join(nodeModules, '@sparticuz/chromium/package.json');
    return JSON.parse(fs.readFileSync(manifest, 'utf8')).version;
  } catch {
    return undefined;
  }
}

/**
 * In a process of its own, because the package unpacks to TMPDIR, and believes whatever it finds there
 * already: a shared /tmp may hold another user's file or half of one. Moved into place when whole.
 * @param {string} folder
 */
function unpack(folder) {
  const draft = `${folder}.${process.pid}`;
  fs.mkdirSync(draft, { recursive: true });
  const result = spawnSync(process.execPath, ['--input-type=module', '-e', UNPACK], {
    cwd: path.dirname(folder),
    // The package unpacks its libraries only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
    stdio: 'ignore',
  });
  try {
    if (result.status === 0) fs.renameSync(draft, folder);
  } catch (error) {
    if (!fs.existsSync(folder)) throw error;
  } finally {
    fs.rmSync(draft, { recursive: true, force: true });
  }
  return result.status === 0;
}

/**
 * Without any font configuration Chromium draws no text.
 * @param {string} folder
 * @returns {Record<string, string>}
 */
const fontsOf = (folder) =>
  fs.existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: path.join(folder, 'fonts') };
