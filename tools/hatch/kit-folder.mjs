// The folder of a kit: a new one, or an earlier one in which nothing was changed since we wrote it.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const MARKER = '.hatched.json';
const MOST = 1000;

/**
 * Finds or creates the folder.
 * @param {string} out absolute
 * @param {string} slug
 * @param {string[]} names of the files that will be written
 * @returns {string} absolute: out/slug, or out/slug-2 and so on where someone else's files are in the way
 * @throws {NodeJS.ErrnoException}
 */
export function claimFolder(out, slug, names) {
  fs.mkdirSync(out, { recursive: true });
  for (let number = 1; number <= MOST; number++) {
    const folder = path.join(out, number === 1 ? slug : `${slug}-${number}`);
    if (makeFolder(folder) || isOurs(folder, names)) return folder;
  }
  throw new Error(`${out} holds more than ${MOST} folders for ${slug}`);
}

/** @param {string} folder */
function makeFolder(folder) {
  try {
    fs.mkdirSync(folder);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Whether every file that would be overwritten is as we wrote it.
 * @param {string} folder
 * @param {string[]} names
 */
function isOurs(folder, names) {
  const written = readMarker(folder);
  if (!written) return false;
  return names.every((name) => {
    const file = path.join(folder, name);
    // A link in place of a folder of ours would lead the files elsewhere.
    if (isRedirected(folder, name)) return false;
    if (!fs.existsSync(file)) return true;
    return fs.statSync(file).isFile() && written.get(name) === hashOf(file);
  });
}

/** @param {string} folder @param {string} name */
function isRedirected(folder, name) {
  let current = folder;
  return ['', ...name.split('/')].some((part) => {
    current = path.join(current, part);
    return fs.lstatSync(current, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  });
}

/**
 * Records what was written, as the last file of a kit: a folder without it is not taken for ours. Files of an
 * earlier kit that this one does not have, and that nobody changed, are removed.
 * @param {string} folder
 * @param {Map<string, string>} files name to sha256
 */
export function markFolder(folder, files) {
  for (const [name, sha256] of readMarker(folder) ?? []) {
    const file = path.join(folder, name);
    if (files.has(name) || isRedirected(folder, name) || !fs.existsSync(file)) continue;
    if (hashOf(file) === sha256) fs.rmSync(file);
  }
  const draft = path.join(folder, `${MARKER}.${crypto.randomBytes(6).toString('hex')}`);
  fs.writeFileSync(draft, `${JSON.stringify({ files: Object.fromEntries(files) }, null, 2)}\n`);
  fs.renameSync(draft, path.join(folder, MARKER));
}

/**
 * @param {string} folder
 * @returns {Map<string, string> | undefined} undefined: not a kit of ours
 */
function readMarker(folder) {
  try {
    const { files } = JSON.parse(fs.readFileSync(path.join(folder, MARKER), 'utf8'));
    const entries = Object.entries(files).filter(([name]) => isInside(name));
    return new Map(/** @type {[string, string][]} */ (entries));
  } catch {
    return undefined;
  }
}

/** @param {string} name */
const isInside = (name) => !path.isAbsolute(name) && !name.split(/[/\\]/).includes('..');

/** @param {string} file */
function hashOf(file) {
  return crypto.createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}
