/** Pages of the web: read with every check, and found from a home page. */
export {
  BrowserPageReader,
  type BrowserPageReaderOptions,
} from './browser/browser-page-reader.adapter.js';
export { type BrowserSettings } from './browser/browser-process.js';
export { findPages, pageKinds, siteOf, type FoundPage, type PageKind } from './find-pages.js';
export { HostLimit } from './host-limit.js';
export { HttpPageReader } from './http-page-reader.adapter.js';
export {
  PageReader,
  type PageOutcome,
  type PageRefusal,
  type PageRefusalReason,
  type ReadPage,
} from './page-reader.port.js';
export { readSitemap } from './read-sitemap.js';
export { Robots, type RobotsCache } from './robots.js';
