#!/usr/bin/env node
// Checks that this folder is the kit that its manifest describes, byte for byte, and on request that a proof
// is about this manifest. Plain Node 18 or newer, no dependency, no network, changes nothing.
import { createHash, createPublicKey, verify } from 'node:crypto';
import {
  closeSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifestName = 'hatchr.manifest.json';

const usage = `Usage: node verify.mjs [folder] [--proof <slug>.proof.json] [--key-id <64 hex digits>]

  folder     the unpacked kit; the folder of this file unless given
  --proof    check also that this proof is about this manifest, and its hash and signature
  --key-id   the id of the key that must have signed the proof, as the Hatchr instance publishes it

Ends with 0 when everything matches, 1 when something does not, 2 when the check could not be made.

Not reported as extra, because working with the app makes them:
  in any folder  node_modules .next .data .git .turbo .vercel coverage test-results playwright-report
                 .DS_Store Thumbs.db desktop.ini next-env.d.ts *.tsbuildinfo *.log
  at the top     .env .env.local .idea .vscode dist build out
  supabase/      .temp .branches
A file that the manifest lists is always checked, also under one of these names.
`;

const ignoredAnywhere = new Set(
  (
    'node_modules .next .data .git .turbo .vercel coverage test-results playwright-report ' +
    '.DS_Store Thumbs.db desktop.ini next-env.d.ts'
  ).split(' '),
);
const ignoredPaths = new Set(
  '.env .env.local .idea .vscode dist build out supabase/.temp supabase/.branches'.split(' '),
);

/** A check that could not be made, as opposed to one that failed. */
class NotCheckable extends Error {}

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** JSON with sorted keys and no spaces (RFC 8785 for the values that occur here). */
function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}

/** Merkle tree hash of RFC 6962: leaf = sha256(0x00 path 0x00 hex), node = sha256(0x01 left right). */
function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return leaves[0];
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), merkleRoot(leaves.slice(0, split)), merkleRoot(leaves.slice(split)));
}

function readJson(path, what) {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new NotCheckable(`Cannot read ${what} (${path}): ${error.code ?? error.message}.`);
  }
  try {
    return { bytes, value: JSON.parse(bytes.toString('utf8')) };
  } catch {
    throw new NotCheckable(`${what} (${path}) is not JSON.`);
  }
}

const isHex = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

function isListedFile(file) {
  if (file === null || typeof file !== 'object' || typeof file.path !== 'string') return false;
  const isInside = !/^\/|\\|^[A-Za-z]:|\0/.test(file.path);
  const parts = file.path.split('/');
  const isPlain = parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return isInside && isPlain && isHex(file.sha256) && Number.isSafeInteger(file.size);
}

function readManifest(root) {
  const { bytes, value } = readJson(join(root, manifestName), 'the manifest');
  if (value?.format !== 'hatchr-manifest/1' || value.algorithm !== 'sha256')
    throw new NotCheckable('The manifest has a format that this verifier does not know.');
  if (!Array.isArray(value.files) || !value.files.every(isListedFile))
    throw new NotCheckable('The manifest lists something that is not a file of the kit.');
  return { manifest: value, digest: sha256(bytes).toString('hex'), bytes };
}

function hashFile(path) {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1024 * 1024);
  const handle = openSync(path, 'r');
  try {
    let length;
    while ((length = readSync(handle, buffer, 0, buffer.length, null)) > 0)
      hash.update(buffer.subarray(0, length));
  } finally {
    closeSync(handle);
  }
  return hash.digest('hex');
}

/** null when the file is as listed, otherwise what is wrong with it. */
function problemOf(root, file) {
  const path = join(root, ...file.path.split('/'));
  let stat;
  try {
    stat = lstatSync(path);
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'missing';
    throw new NotCheckable(`Cannot read ${file.path}: ${error.code}.`);
  }
  // A link could show one thing now and another thing later, so nothing behind one counts.
  if (!stat.isFile() || realpathSync(path) !== path)
    return 'changed (not a plain file of this folder)';
  if (stat.size !== file.size) return `changed (${stat.size} bytes instead of ${file.size})`;
  try {
    return hashFile(path) === file.sha256 ? null : 'changed (another sha256)';
  } catch (error) {
    throw new NotCheckable(`Cannot read ${file.path}: ${error.code}.`);
  }
}

const isIgnored = (path, name) =>
  ignoredAnywhere.has(name) || ignoredPaths.has(path) || /\.(?:tsbuildinfo|log)$/.test(name);

/** Paths in the folder that neither the manifest lists nor the documented list excuses. */
function extraFiles(root, listed) {
  const extra = [];
  const pending = [''];
  while (pending.length > 0) {
    const folder = pending.pop();
    for (const item of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (isIgnored(path, item.name) || listed.has(path)) continue;
      if (item.isDirectory()) pending.push(path);
      else extra.push(path);
    }
  }
  return extra.sort();
}

/** Names of the fields that the entry hash covers: all but the hash itself and the signature over it. */
function hashedPart(entry) {
  const { entryHash: _entryHash, signature: _signature, ...rest } = entry;
  return rest;
}

function keyOf(proof) {
  // createPublicKey would take a private key as well, and a proof must never carry one.
  if (!String(proof.publicKey).includes('-----BEGIN PUBLIC KEY-----')) return null;
  try {
    const key = createPublicKey(String(proof.publicKey));
    if (key.asymmetricKeyType !== 'ed25519') return null;
    return { key, id: sha256(key.export({ type: 'spki', format: 'der' })).toString('hex') };
  } catch {
    return null;
  }
}

function isSigned(entry, key) {
  if (!isHex(entry.entryHash) || typeof entry.signature !== 'string' || key === null) return false;
  const signature = Buffer.from(entry.signature, 'base64');
  // Base64 has several spellings of the same bytes; only the usual one is taken.
  if (signature.length !== 64 || signature.toString('base64') !== entry.signature) return false;
  return verify(null, Buffer.from(entry.entryHash, 'hex'), key.key, signature);
}

/** The checks of a proof, in words, each with whether it held. */
function proofChecks(proof, digest, keyId) {
  const entry = proof?.entry;
  if (proof?.kind !== 'local-log' || entry === null || typeof entry !== 'object')
    return { key: null, checks: [['the proof has a format that this verifier knows', false]] };
  const key = keyOf(proof);
  const checks = [
    ['the proof is about this manifest', entry.digest === digest],
    [
      'the hash of the log entry is right',
      sha256(canonicalJson(hashedPart(entry))).toString('hex') === entry.entryHash,
    ],
    ['the entry names the key in the proof', key !== null && entry.keyId === key.id],
    ['the signature of the log entry is right', isSigned(entry, key)],
  ];
  if (keyId !== undefined) checks.push(['the key is the expected one', key?.id === keyId]);
  return { key, checks };
}

function checkProof(path, digest, keyId) {
  const { value: proof } = readJson(path, 'the proof');
  const { key, checks } = proofChecks(proof, digest, keyId);
  for (const [name, isRight] of checks) console.log(`${isRight ? 'ok   ' : 'WRONG'}  ${name}`);
  if (checks.some(([, isRight]) => !isRight)) return false;
  console.log(`\nProof: entry ${printable(String(proof.entry.index))} of a local transparency log, not of a chain.
It says that the holder of key ${key.id}
recorded this manifest's digest at ${printable(String(proof.entry.recordedAt))}, by the clock of that instance.
It does not say who made the files, nor can it rule out that the holder of the key dated it otherwise.`);
  if (keyId === undefined)
    console.log('Compare the key id with the one that the Hatchr instance publishes (--key-id).');
  return true;
}

/** Whether the paths rise by their UTF-8 bytes, so that one set of files has one manifest. */
function isInOrder(files) {
  const paths = files.map((file) => Buffer.from(file.path));
  return paths.every((path, index) => index === 0 || Buffer.compare(paths[index - 1], path) < 0);
}

function checkFolder(root) {
  const { manifest, digest, bytes } = readManifest(root);
  const problems = [];
  for (const file of manifest.files) {
    const problem = problemOf(root, file);
    if (problem !== null) problems.push(`${problem}: ${file.path}`);
  }
  const listed = new Set([manifestName, ...manifest.files.map((file) => file.path)]);
  if (listed.size !== manifest.files.length + 1) problems.push('the manifest lists a path twice');
  if (!isInOrder(manifest.files)) problems.push('the manifest does not list its files in order');
  for (const path of extraFiles(root, listed)) problems.push(`extra: ${path}`);
  const leaves = manifest.files.map((file) => sha256(Buffer.of(0), file.path, '\0', file.sha256));
  if (merkleRoot(leaves).toString('hex') !== manifest.merkleRoot)
    problems.push('the Merkle root of the manifest is not that of its files');
  if (`${canonicalJson(manifest)}\n` !== bytes.toString('utf8'))
    problems.push('the manifest is not in canonical form');
  return { manifest, digest, problems };
}

function readArguments(argv) {
  const options = {
    root: dirname(fileURLToPath(import.meta.url)),
    proof: undefined,
    keyId: undefined,
  };
  const rest = [...argv];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '--help' || word === '-h') return { ...options, isHelp: true };
    if (word === '--proof' || word === '--key-id') {
      const value = rest.shift();
      if (value === undefined) throw new NotCheckable(`${word} needs a value.\n\n${usage}`);
      if (word === '--proof') options.proof = resolve(value);
      else options.keyId = value.toLowerCase();
    } else if (word.startsWith('-')) throw new NotCheckable(`Unknown option ${word}.\n\n${usage}`);
    else options.root = resolve(word);
  }
  if (options.keyId !== undefined && options.proof === undefined)
    throw new NotCheckable(`--key-id needs --proof.\n\n${usage}`);
  return options;
}

function run(argv) {
  const options = readArguments(argv);
  if (options.isHelp) {
    console.log(usage);
    return 0;
  }
  let root;
  try {
    root = realpathSync(options.root);
  } catch {
    throw new NotCheckable(`There is no folder ${options.root}.`);
  }
  const { manifest, digest, problems } = checkFolder(root);
  for (const problem of problems) console.log(printable(problem));
  const areFilesRight = problems.length === 0;
  if (areFilesRight)
    console.log(`ok     ${manifest.files.length} files are as the manifest lists them`);
  console.log(
    `Merkle root      ${printable(String(manifest.merkleRoot))}\nManifest digest  ${digest}\n`,
  );
  const isProofRight =
    options.proof === undefined || checkProof(options.proof, digest, options.keyId);
  if (options.proof === undefined && areFilesRight)
    console.log('Without --proof this shows only that the files and the manifest belong together.');
  const isRight = areFilesRight && isProofRight;
  console.log(isRight ? 'Result: everything matches.' : 'Result: something does not match.');
  return isRight ? 0 : 1;
}

/** Names come from the disk: escape sequences in one must not reach the terminal. */
function printable(text) {
  // eslint-disable-next-line no-control-regex -- they are what is replaced
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, '?');
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof NotCheckable ? error.message : `The check failed: ${String(error)}`,
  );
  process.exitCode = 2;
}
