// The guest session of the command line, kept so that a person's jobs stay theirs from one call to the next.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { linkIfAbsent } from '../process/link-if-absent.mjs';

/** The cookies of one Hatchr. It has no domains and paths: whoever holds the jar sends it to one origin only. */
export class CookieJar {
  /** @type {Map<string, string>} */
  #cookies;

  /** @param {string} file absolute; readable by its owner only */
  constructor(file) {
    this.file = file;
    this.#cookies = readCookies(file);
  }

  get isEmpty() {
    return this.#cookies.size === 0;
  }

  /** The value of a Cookie header. */
  header() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /**
   * @param {string[]} lines Set-Cookie headers
   * @returns {boolean} whether anything changed
   */
  store(lines) {
    const before = this.header();
    for (const line of lines) {
      const [pair = '', ...attributes] = line.split(';');
      const split = pair.indexOf('=');
      if (split < 1) continue;
      const name = pair.slice(0, split).trim();
      if (isExpired(attributes)) this.#cookies.delete(name);
      else this.#cookies.set(name, pair.slice(split + 1).trim());
    }
    return this.header() !== before;
  }

  /**
   * Keeps the jar.
   * @param {{ isFirst: boolean }} options isFirst: a jar that another call made in the meantime wins, and is read
   * @throws {NodeJS.ErrnoException} when the folder cannot be written
   */
  save({ isFirst }) {
    fs.mkdirSync(path.dirname(this.file), { recursive: true, mode: 0o700 });
    const draft = `${this.file}.${crypto.randomBytes(6).toString('hex')}`;
    fs.writeFileSync(draft, JSON.stringify(Object.fromEntries(this.#cookies)), { mode: 0o600 });
    if (!isFirst) return fs.renameSync(draft, this.file);
    const isMine = linkIfAbsent(draft, this.file);
    if (!isMine && readCookies(this.file).size === 0) return fs.renameSync(draft, this.file);
    fs.rmSync(draft, { force: true });
    this.#cookies = readCookies(this.file);
  }
}

/**
 * @param {string} file
 * @returns {Map<string, string>} empty when there is none, or it is not readable as a jar
 */
function readCookies(file) {
  try {
    const stored = Object.entries(JSON.parse(fs.readFileSync(file, 'utf8')));
    return new Map(stored.filter((entry) => typeof entry[1] === 'string'));
  } catch {
    return new Map();
  }
}

/** @param {string[]} attributes of RFC 6265, section 5.2 */
function isExpired(attributes) {
  const values = new Map(
    attributes.map((attribute) => {
      const [name = '', value = ''] = attribute.split('=');
      return [name.trim().toLowerCase(), value.trim()];
    }),
  );
  const maxAge = values.get('max-age');
  if (maxAge !== undefined) return Number(maxAge) <= 0;
  const expires = values.get('expires');
  return expires !== undefined && Date.parse(expires) <= Date.now();
}
