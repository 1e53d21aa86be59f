import { manifestFileName, manifestSchema, type Manifest } from '@hatchr/contracts';
import { DigestError, sha256Hex } from './digest-of-file';

/** What the files of a ZIP come to, beside its manifest. */
export interface KitCheck {
  /** Lower-case hex sha256 of the manifest: what a proof is about. */
  digest: string;
  name: string;
  fileCount: number;
  /** In words, each with the file that it is about; empty when the ZIP is the kit of its manifest. */
  problems: string[];
}

/** A kit with its video is some 30 MB; past this (bytes) unpacking it would end the tab. */
export const zipSizeLimit = 300_000_000;
const unpackedLimit = 1_000_000_000;

/**
 * Unpacks a ZIP in the browser and holds every file to the manifest inside. Throws DigestError for what cannot be a kit.
 */
export async function checkKit(zip: Blob): Promise<KitCheck> {
  if (zip.size > zipSizeLimit)
    throw new DigestError(
      'This ZIP is too large to check in a browser. Unpack it and run `node verify.mjs` in its folder.',
    );
  const files = await unpack(new Uint8Array(await zip.arrayBuffer()));
  const manifestPath = [...files.keys()].find((path) =>
    /^[^/]+\/hatchr\.manifest\.json$/.test(path),
  );
  const bytes = manifestPath && files.get(manifestPath);
  if (!bytes || !manifestPath)
    throw new DigestError(`This ZIP has no ${manifestFileName} in its folder, so it is no kit.`);
  const manifest = readManifest(bytes);
  const top = manifestPath.slice(0, -manifestFileName.length);
  files.delete(manifestPath);
  const problems = await compare(manifest, files, top);
  if ((await merkleRoot(manifest)) !== manifest.merkleRoot)
    problems.push('The Merkle root of the manifest is not that of its files.');
  return {
    digest: await sha256Hex(bytes),
    name: manifest.name,
    fileCount: manifest.files.length,
    problems,
  };
}

async function unpack(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  // A fifth of the page's own code, and most visitors bring no ZIP.
  const { unzipSync } = await import('fflate');
  let unpacked = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        if (unpacked > unpackedLimit) throw new DigestError('This ZIP unpacks to too much.');
        return true;
      },
    });
    return new Map(Object.entries(files).filter(([path]) => !path.endsWith('/')));
  } catch (error) {
    if (error instanceof DigestError) throw error;
    throw new DigestError('This ZIP is damaged and cannot be unpacked.');
  }
}

function readManifest(bytes: Uint8Array): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw new DigestError('The manifest in this ZIP is damaged: it does not have the form of one.');
  }
}

async function compare(
  manifest: Manifest,
  files: Map<string, Uint8Array>,
  top: string,
): Promise<string[]> {
  const problems: string[] = [];
  const left = new Set(files.keys());
  for (const { path, size, sha256 } of manifest.files) {
    const bytes = files.get(top + path);
    left.delete(top + path);
    if (!bytes) problems.push(`${path} is missing.`);
    else if (bytes.length !== size)
      problems.push(
        `${path} was changed: ${String(bytes.length)} bytes instead of ${String(size)}.`,
      );
    else if ((await sha256Hex(bytes)) !== sha256)
      problems.push(`${path} was changed: it has another sha256.`);
  }
  for (const path of left) problems.push(`${path} was added: the manifest does not list it.`);
  return problems;
}

/** RFC 6962 over `path NUL sha256` of each file, level by level. */
async function merkleRoot({ files }: Manifest): Promise<string> {
  const encoder = new TextEncoder();
  let level = await Promise.all(
    files.map(({ path, sha256 }) =>
      sha256Hex(concat(Uint8Array.of(0), encoder.encode(`${path}\0${sha256}`))),
    ),
  );
  if (level.length === 0) return sha256Hex(new Uint8Array());
  while (level.length > 1) {
    const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, index) =>
      level.slice(index * 2, index * 2 + 2),
    );
    level = await Promise.all(
      pairs.map(async ([left = '', right]) =>
        right === undefined
          ? left
          : await sha256Hex(concat(Uint8Array.of(1), fromHex(left), fromHex(right))),
      ),
    );
  }
  return level[0] ?? '';
}

const fromHex = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (byte) => parseInt(byte, 16));

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
