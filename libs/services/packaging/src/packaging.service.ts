import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { GeneratedFile, Manifest, ProductSpec, StepContext } from '@hatchr/contracts';
import { renderDocuments, type DocumentsInput } from './documents/render-documents.js';
import {
  buildManifest,
  manifestBytes,
  manifestDigest,
  type ManifestEntry,
} from './manifest/build-manifest.js';
import { writeZip } from './zip/write-zip.js';
import type { ZipInput, ZipSummary } from './zip/zip-source.js';

/** Turns the files of a kit into something that can be handed over and checked: documents, manifest, ZIP. */
@Injectable()
export class PackagingService {
  /** The kit's `docs/` and `verify.mjs`; see `renderDocuments`. */
  documents(input: DocumentsInput): GeneratedFile[] {
    return renderDocuments(input);
  }

  /** The manifest over every file but itself; see `buildManifest` for the errors. */
  manifest(spec: Pick<ProductSpec, 'name' | 'slug'>, entries: readonly ManifestEntry[]): Manifest {
    return buildManifest(spec, entries);
  }

  /** The exact bytes of `hatchr.manifest.json`. */
  manifestBytes(manifest: Manifest): Uint8Array {
    return manifestBytes(manifest);
  }

  /** Hex sha256 of those bytes: what a proof is about. */
  manifestDigest(manifest: Manifest): string {
    return manifestDigest(manifest);
  }

  /** Streams the ZIP to `output` and ends it; see `writeZip` for the errors. */
  writeZip(input: ZipInput, output: Writable, context: StepContext): Promise<ZipSummary> {
    return writeZip(input, output, context);
  }
}
