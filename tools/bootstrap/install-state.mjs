// Whether node_modules is what package-lock.json asks for.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, resolved?: string,
 *   os?: string | string[], cpu?: string | string[],
 *   libc?: string | string[] }} LockedPackage
 */

/** @param {string} root */
const markerOf = (root) => path.join(root, 'node_modules/.hatchr-installed');

/**
 * A hash of everything that decides what npm installs: the lockfile, every package.json of the workspace,
 * .npmrc and the platform (a checkout may be shared between systems).
 * @param {string} root
 */
export function fingerprintInstall(root) {
  const hash = crypto.createHash('sha256').update(`${process.platform} ${process.arch}\n`);
  for (const file of ['package-lock.json', 'package.json', '.npmrc', ...workspaceManifests(root)]) {
    const full = path.join(root, file);
    if (fs.existsSync(full)) hash.update(`${file}\n`).update(fs.readFileSync(full));
  }
  return hash.digest('hex');
}

/** @param {string} root */
function workspaceManifests(root) {
  const found = [];
  for (const folder of ['apps', 'libs', 'libs/services']) {
    const full = path.join(root, folder);
    for (const name of fs.existsSync(full) ? fs.readdirSync(full).sort() : []) {
      const manifest = path.join(folder, name, 'package.json');
      if (fs.existsSync(path.join(root, manifest))) found.push(manifest);
    }
  }
  return found;
}

/**
 * True when the last install succeeded for exactly this fingerprint.
 * @param {string} root
 * @param {string} fingerprint
 */
export function isMarkedInstalled(root, fingerprint) {
  try {
    return fs.readFileSync(markerOf(root), 'utf8').trim() === fingerprint;
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {string} fingerprint
 */
export function markInstalled(root, fingerprint) {
  fs.writeFileSync(markerOf(root), `${fingerprint}\n`);
}

/** @param {string} root */
export function unmarkInstalled(root) {
  fs.rmSync(markerOf(root), { force: true });
}

/**
 * True when someone installed with npm by hand: npm's own record of node_modules agrees with the lockfile,
 * and every package of it is really there. Spares a developer the second install.
 * @param {string} root
 */
export function isInstalledByHand(root) {
  const locked = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules/.package-lock.json'));
  if (!locked || !present || !manifestsMatchLock(root, locked)) return false;
  return Object.entries(locked).every(([at, entry]) => {
    if (!at.startsWith('node_modules/') && !at.includes('/node_modules/')) return true;
    const installed = present[at];
    if (!installed) return entry.optional === true;
    if (installed.version !== entry.version || installed.integrity !== entry.integrity)
      return false;
    return isPresent(root, at);
  });
}

/**
 * How much of the lockfile's packages for this platform is unpacked.
 * @param {string} root
 * @returns {{ present: number, total: number }}
 */
export function countInstalled(root) {
  const wanted = Object.entries(readPackages(path.join(root, 'package-lock.json')) ?? {})
    .filter(([at, entry]) => at.includes('node_modules/') && fitsPlatform(entry))
    .map(([at]) => at);
  return { present: wanted.filter((at) => isPresent(root, at)).length, total: wanted.length };
}

/**
 * @param {string} root
 * @param {string} at
 */
const isPresent = (root, at) => fs.existsSync(path.join(root, at, 'package.json'));

/** @param {LockedPackage} entry */
function fitsPlatform({ os, cpu, libc }) {
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, 'glibc');
}

/**
 * npm's rule for "os", "cpu" and "libc": a list of allowed names, or of names with "!" that are not.
 * @param {string | string[] | undefined} rule
 * @param {string} mine
 */
function fits(rule, mine) {
  if (rule === undefined) return true;
  const names = [rule].flat();
  return names.includes(mine) || names.every((name) => name.startsWith('!') && name !== `!${mine}`);
}

/**
 * @param {string} root
 * @param {Record<string, LockedPackage>} locked
 */
function manifestsMatchLock(root, locked) {
  const sections = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return ['package.json', ...workspaceManifests(root)].every((file) => {
    const manifest = JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
    const entry = /** @type {any} */ (locked[path.dirname(file).replace(/^\.$/, '')] ?? {});
    return sections.every((section) => isSameMap(manifest[section], entry[section]));
  });
}

/**
 * @param {Record<string, string>} [a]
 * @param {Record<string, string>} [b]
 */
function isSameMap(a = {}, b = {}) {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
