// Fetches the files of a kit, each checked against its sha256 before it gets its name.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { explainSystemError } from '../clear-error.mjs';
import { HatchError } from './hatch-error.mjs';
import { claimFolder, markFolder } from './kit-folder.mjs';

const AT_ONCE = 4;
const ATTEMPTS = 3;

/** @typedef {import('./plan-kit.mjs').PlannedFile} PlannedFile */

/**
 * @param {object} options
 * @param {import('./session.mjs').Session} options.session
 * @param {string} options.slug checked before
 * @param {PlannedFile[]} options.files names checked before
 * @param {string} options.out absolute
 * @param {AbortSignal} options.signal
 * @returns {Promise<string>} the folder, absolute
 * @throws {HatchError} notWritten, or the signal's reason
 */
export async function saveKit({ session, slug, files, out, signal }) {
  const names = files.map(({ name }) => name);
  const folder = onDisk(() => claimFolder(out, slug, names));
  const waiting = files.values();
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const work = async () => {
    for (const file of waiting) await save(session, file, folder, stop);
  };
  try {
    await Promise.all(
      Array.from({ length: AT_ONCE }, () =>
        work().catch((error) => {
          failed.abort(error);
          throw error;
        }),
      ),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw failed.signal.aborted ? failed.signal.reason : error;
  }
  const hashes = new Map(files.map(({ name, artifact }) => [name, artifact.sha256]));
  onDisk(() => markFolder(folder, hashes));
  return folder;
}

/**
 * @param {import('./session.mjs').Session} session
 * @param {PlannedFile} file
 * @param {string} folder
 * @param {AbortSignal} signal
 */
async function save(session, { name, artifact }, folder, signal) {
  const target = path.join(folder, name);
  const draft = path.join(
    path.dirname(target),
    `.${path.basename(target)}.${crypto.randomBytes(6).toString('hex')}`,
  );
  onDisk(() => fs.mkdirSync(path.dirname(target), { recursive: true }));
  try {
    for (let attempt = 1; ; attempt++) {
      const problem = await fetchTo(draft, session, artifact, signal);
      if (problem === undefined) return onDisk(() => fs.renameSync(draft, target));
      signal.throwIfAborted();
      if (attempt >= ATTEMPTS)
        throw new HatchError(
          'notWritten',
          `${name} could not be fetched: ${problem}.`,
          'run the command again, or download the ZIP from the page of the project.',
        );
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * @param {string} draft
 * @param {import('./session.mjs').Session} session
 * @param {import('@hatchr/contracts').Artifact} artifact
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>} what went wrong on the way here; undefined when the bytes are right
 * @throws {HatchError} notWritten, when the disk refuses
 */
async function fetchTo(draft, { address, fetch }, { url, size, sha256 }, signal) {
  const hash = crypto.createHash('sha256');
  let received = 0;
  const check = async function* (/** @type {AsyncIterable<Buffer>} */ source) {
    for await (const chunk of source) {
      received += chunk.length;
      if (received > size) throw new Error(`it is longer than the ${size} bytes it should have`);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    const response = await fetch(new URL(url, address), { signal });
    if (!response.ok) return `the server answered ${response.status}`;
    const body = Readable.fromWeb(/** @type {any} */ (response.body));
    await pipeline(body, check, fs.createWriteStream(draft, { flags: 'w' }), { signal });
  } catch (error) {
    if (isOfDisk(error)) throw notWritten(error);
    return /** @type {Error} */ (error).message;
  }
  return hash.digest('hex') === sha256 ? undefined : 'its bytes do not match its sha256';
}

/**
 * Runs a step on the file system and names its refusal.
 * @template T
 * @param {() => T} step
 * @returns {T}
 */
function onDisk(step) {
  try {
    return step();
  } catch (error) {
    throw notWritten(error);
  }
}

/** @param {unknown} error */
const isOfDisk = (error) =>
  /** @type {NodeJS.ErrnoException} */ (error).syscall !== undefined &&
  /** @type {NodeJS.ErrnoException} */ (error).path !== undefined;

/** @param {unknown} error */
function notWritten(error) {
  const clear = explainSystemError(error);
  const { message } = /** @type {Error} */ (error);
  return new HatchError(
    'notWritten',
    clear?.message ?? `The files cannot be written: ${message}.`,
    clear?.nextStep ?? 'choose another folder with --out and run the command again.',
    { cause: error },
  );
}
