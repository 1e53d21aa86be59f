// Plan, write and pack one app: what the job does between the competitors and the gates, and nothing else. Run as a
// program it does so once: node scaffold-app.mjs PROMPT DISCOVERY_JSON ZIP_FILE
import { silentStepContext } from '@hatchr/contracts';
import { planProduct, writeApp } from '@hatchr/mvp-generator';
import { PackagingService } from '@hatchr/packaging';
import crypto from 'node:crypto';
import fs from 'node:fs';
import process from 'node:process';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const packaging = new PackagingService();

/**
 * @param {string} prompt
 * @param {import('@hatchr/contracts').DiscoveryResult} discovery
 * @param {string} zipFile
 * @returns {Promise<number>} files in the ZIP
 */
export async function scaffoldApp(prompt, discovery, zipFile) {
  const spec = planProduct(prompt, discovery);
  const files = writeApp(spec).map(toSource);
  const content = packaging.manifestBytes(packaging.manifest(spec, files));
  const sources = [...files, toSource({ path: 'hatchr.manifest.json', content })];
  const input = { slug: spec.slug, files: sources };
  const { fileCount } = await packaging.writeZip(
    input,
    fs.createWriteStream(zipFile),
    silentStepContext(),
  );
  return fileCount;
}

/** @param {import('@hatchr/contracts').GeneratedFile} file */
function toSource({ path, content, mode }) {
  const bytes = Buffer.from(content);
  return {
    path,
    size: bytes.length,
    sha256: crypto.createHash('sha256').update(bytes).digest('hex'),
    ...(mode === undefined ? {} : { mode }),
    read: () => Promise.resolve(bytes),
    open: () => Readable.from([bytes]),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [prompt = '', discovery = '', zipFile = ''] = process.argv.slice(2);
  await scaffoldApp(prompt, JSON.parse(fs.readFileSync(discovery, 'utf8')), zipFile);
}
