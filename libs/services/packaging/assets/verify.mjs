#!/usr/bin/env node
// Checks that this folder is the kit that its manifest describes, byte for byte, and on request that a proof
// is about this manifest. Plain Node 18 or newer, no dependency, changes nothing; no network unless you name a node.
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
import { connect } from 'node:http2';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const manifestName = 'hatchr.manifest.json';

const usage = `Usage: node verify.mjs [folder] [--proof <slug>.proof.json] [--key-id <64 hex digits>] [--node <url>]

  folder     the unpacked kit; the folder of this file unless given
  --proof    check also that this proof is about this manifest, and its hash and signature
  --key-id   the id of the key that must have signed the proof, as the Hatchr instance publishes it
  --node     ask this Concordium node (https://host:port) for the transaction that the proof names

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

/** The log entry and the places on the chain, from a proof or from the document that holds both. */
function partsOf(value) {
  if (value?.format !== 'hatchr-proof/1')
    return { proof: value, anchor: value?.anchor ?? null, founder: value?.founder ?? null };
  const parts = Array.isArray(value.proof) ? value.proof : [];
  const entryProof = parts.find((part) => part?.type === 'HatchrLogEntry');
  return {
    proof: entryProof && { kind: 'local-log', ...entryProof },
    anchor: parts.find((part) => part?.type === 'ConcordiumAnchor') ?? null,
    founder: parts.find((part) => part?.type === 'ConcordiumFounderAnchor') ?? null,
    subject: value.credentialSubject?.digestSha256,
  };
}

/** The root to which the Merkle path of an anchor leads from a digest (RFC 9162, 2.1.3.2); null where it leads nowhere. */
function rootOfPath(digest, merkle) {
  const { index, size, path } = merkle ?? {};
  const isPath = Array.isArray(path) && path.every(isHex) && path.length <= 64;
  if (!isPath || !Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index >= size)
    return null;
  let [place, last] = [index, size - 1];
  const up = () => ([place, last] = [Math.floor(place / 2), Math.floor(last / 2)]);
  let hash = sha256(Buffer.of(0), Buffer.from(digest, 'hex'));
  for (const beside of path.map((hex) => Buffer.from(hex, 'hex'))) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = sha256(Buffer.of(1), beside, hash);
      while (place % 2 === 0 && place !== 0) up();
    } else hash = sha256(Buffer.of(1), hash, beside);
    up();
  }
  return last === 0 ? hash.toString('hex') : null;
}

/** One call to a node over gRPC. Resolves to its message, or null when it knows nothing of what was asked. */
function callNode(url, method, message) {
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(new NotCheckable(`The node ${url} cannot be asked: ${error}.`));
    const session = connect(url);
    session.on('error', (error) => fail(error.code ?? error.message));
    session.setTimeout(15_000, () => session.destroy(new Error('no answer')));
    const stream = session.request({
      ':method': 'POST',
      ':path': `/concordium.v2.Queries/${method}`,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const chunks = [];
    let status = '';
    const readStatus = (headers) => (status = headers['grpc-status'] ?? status);
    stream.on('response', readStatus).on('trailers', readStatus);
    stream.on('data', (chunk) => chunks.push(chunk)).on('error', (error) => fail(error.message));
    stream.on('end', () => {
      session.close();
      if (String(status) === '5') resolve(null);
      else if (String(status) !== '0') fail(`gRPC status ${status}`);
      else resolve(Buffer.concat(chunks).subarray(5));
    });
    const length = Buffer.alloc(5);
    length.writeUInt32BE(message.length, 1);
    stream.end(Buffer.concat([length, message]));
  });
}

/** What lies at a path of field numbers in a protobuf message: bytes, or a number as BigInt; null where nothing does. */
function fieldAt(bytes, ...path) {
  let [value, at] = [bytes, 0];
  const varint = (from) => {
    let [number, shift] = [0n, 0n];
    for (;;) {
      const byte = from[at++];
      if (byte === undefined) throw new NotCheckable('The node gave an answer that is cut short.');
      number |= BigInt(byte & 127) << shift;
      if (byte < 128) return number;
      shift += 7n;
    }
  };
  for (const wanted of path) {
    if (!Buffer.isBuffer(value)) return null;
    const message = value;
    [value, at] = [null, 0];
    while (at < message.length) {
      const tag = Number(varint(message));
      const kind = tag & 7;
      const size = kind === 2 ? Number(varint(message)) : kind === 1 ? 8 : 4;
      const found = kind === 0 ? varint(message) : message.subarray(at, (at += size));
      if (tag >> 3 === wanted) value = found;
    }
  }
  return value;
}

const hexAt = (...parameters) => fieldAt(...parameters)?.toString('hex') ?? null;
/** A message with one field of bytes. */
const bytesMessage = (number, bytes) =>
  Buffer.concat([Buffer.of((number << 3) | 2, bytes.length), bytes]);

/** The 32 bytes of an account address (base58 with one byte before and a checksum of four behind); null for none. */
function addressBytes(text) {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  let number = 0n;
  for (const letter of String(text)) {
    const value = letters.indexOf(letter);
    if (value < 0) return null;
    number = number * 58n + BigInt(value);
  }
  const bytes = Buffer.from(number.toString(16).padStart(74, '0'), 'hex');
  return bytes.length === 37 && bytes[0] === 1 ? bytes.subarray(1, 33).toString('hex') : null;
}

const knownChains = {
  testnet: '4221332d34e1694168c2a0c0b3fd0f273809612cb13d000d5c2e00e85f50f796',
  mainnet: '9dd9ca4d19e9393877d2c44b70f89acbfc0883c2243e5eeaecc0d1cd0503f478',
};

/** What a node says of the transaction that an anchor names, each with whether it is as the anchor says. */
async function chainChecks(anchor, url) {
  const { network, genesisHash, transactionHash, blockHash, merkle } = anchor;
  if (![genesisHash, transactionHash, blockHash, merkle?.root].every(isHex))
    return [['the proof names a transaction and a block', false]];
  const consensus = await callNode(url, 'GetConsensusInfo', Buffer.alloc(0));
  const isNamed = network === 'private' || knownChains[network] === genesisHash;
  const isChain = hexAt(consensus, 2, 1) === genesisHash && isNamed;
  if (!isChain) return [['the node belongs to the chain that the proof names', false]];
  const bytes = (hex) => Buffer.from(hex, 'hex');
  const status = await callNode(url, 'GetBlockItemStatus', bytesMessage(1, bytes(transactionHash)));
  const found = status && fieldAt(status, 3, 1);
  const given = bytesMessage(3, bytesMessage(1, bytes(blockHash)));
  const block = found && (await callNode(url, 'GetBlockInfo', given));
  const time = block && fieldAt(block, 10, 1);
  // CBOR of { hash, type: "HATCHR", version: 1 }, as the transaction registers it.
  const data = `a364686173685820${merkle.root}6474797065664841544348526776657273696f6e01`;
  return [
    ['the node belongs to the chain that the proof names', true],
    [
      'the transaction is in that block, which is final',
      found !== null && hexAt(found, 1, 1) === blockHash,
    ],
    [
      'the block has the time that the proof says',
      time !== null && new Date(Number(time)).toISOString() === anchor.blockTime,
    ],
    [
      'the transaction registers the root of the proof',
      found !== null && hexAt(found, 2, 4, 3, 17, 1) === data,
    ],
    [
      'the account of the proof signed it',
      found !== null && hexAt(found, 2, 4, 2, 1) === addressBytes(anchor.sender),
    ],
  ];
}

async function anchorChecks(anchor, digest, node) {
  if (anchor?.status !== 'finalized') return [];
  const path = [
    'the Merkle path leads from this manifest to the anchored root',
    isHex(anchor.merkle?.root) && rootOfPath(digest, anchor.merkle) === anchor.merkle.root,
  ];
  return node === undefined ? [path] : [path, ...(await chainChecks(anchor, node))];
}

async function checkProof(path, digest, { keyId, node }) {
  const { proof, anchor, founder, subject } = partsOf(readJson(path, 'the proof').value);
  const { key, checks } = proofChecks(proof, digest, keyId);
  if (subject !== undefined) checks.push(['the document names this manifest', subject === digest]);
  checks.push(...(await anchorChecks(anchor, digest, node)));
  for (const [name, isRight] of await anchorChecks(founder, digest, node))
    checks.push([`of the founder: ${name}`, isRight]);
  const final = [founder, anchor].filter((one) => one?.status === 'finalized');
  for (const [name, isRight] of checks) console.log(`${isRight ? 'ok   ' : 'WRONG'}  ${name}`);
  if (checks.some(([, isRight]) => !isRight)) return false;
  const { index, recordedAt } = proof.entry;
  console.log(`\nProof: entry ${printable(String(index))} of a local transparency log${final.length > 0 ? '' : ', not of a chain'}.
It says that the holder of key ${key.id}
recorded this manifest's digest at ${printable(String(recordedAt))}, by the clock of that instance.
It does not say who made the files, nor can it rule out that the holder of the key dated it otherwise.`);
  for (const one of final) describeAnchor(one, node);
  if (keyId === undefined)
    console.log('Compare the key id with the one that the Hatchr instance publishes (--key-id).');
  return true;
}

/** Whether the paths rise by their UTF-8 bytes, so that one set of files has one manifest. */
function isInOrder(files) {
  const paths = files.map((file) => Buffer.from(file.path));
  return paths.every((path, index) => index === 0 || Buffer.compare(paths[index - 1], path) < 0);
}

function describeAnchor(anchor, node) {
  const chain = `Concordium (${printable(String(anchor.network))})`;
  const about = `transaction ${printable(String(anchor.transactionHash))} of ${printable(String(anchor.blockTime))}`;
  console.log(
    node === undefined
      ? `\nIt names ${about} on ${chain}. Ask a node with --node, or an explorer, whether it is there.`
      : `\n${chain} holds ${about}: this manifest existed by then,\nand nobody can date that back. Account ${printable(String(anchor.sender))} signed it; whose that is it does not say.`,
  );
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
    node: undefined,
  };
  const rest = [...argv];
  while (rest.length > 0) {
    const word = rest.shift();
    if (word === '--help' || word === '-h') return { ...options, isHelp: true };
    if (word === '--proof' || word === '--key-id' || word === '--node') {
      const value = rest.shift();
      if (value === undefined) throw new NotCheckable(`${word} needs a value.\n\n${usage}`);
      if (word === '--proof') options.proof = resolve(value);
      else if (word === '--node') options.node = value;
      else options.keyId = value.toLowerCase();
    } else if (word.startsWith('-')) throw new NotCheckable(`Unknown option ${word}.\n\n${usage}`);
    else options.root = resolve(word);
  }
  if ((options.keyId ?? options.node) !== undefined && options.proof === undefined)
    throw new NotCheckable(`--key-id and --node need --proof.\n\n${usage}`);
  if (options.node !== undefined && !/^https?:\/\/[^/]+\/?$/.test(options.node))
    throw new NotCheckable('--node needs an address such as https://host:port.');
  return options;
}

async function run(argv) {
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
    options.proof === undefined || (await checkProof(options.proof, digest, options));
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
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(
    error instanceof NotCheckable ? error.message : `The check failed: ${String(error)}`,
  );
  process.exitCode = 2;
}
