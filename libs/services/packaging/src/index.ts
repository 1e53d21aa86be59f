export type { DocumentsInput } from './documents/render-documents.js';
export type { ManifestEntry } from './manifest/build-manifest.js';
export { PackagingModule } from './packaging.module.js';
export { PackagingService } from './packaging.service.js';
export { assertSafePath, assertSafePaths } from './paths/assert-safe-path.js';
export type { ZipInput, ZipSource, ZipSummary } from './zip/zip-source.js';
