import path from 'node:path';

/** Media types of what the kit holds (IANA registry); anything else is opaque bytes. */
const byExtension: Record<string, string> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.mjs': 'text/javascript',
  '.mp4': 'video/mp4',
  '.mts': 'text/plain',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.sql': 'application/sql',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain',
  '.tsx': 'text/plain',
  '.txt': 'text/plain',
  '.vtt': 'text/vtt',
  '.webm': 'video/webm',
  '.woff2': 'font/woff2',
  '.yaml': 'application/yaml',
  '.yml': 'application/yaml',
  '.zip': 'application/zip',
};

const textNames = new Set([
  'Dockerfile',
  'LICENSE',
  '.gitignore',
  '.dockerignore',
  '.nvmrc',
  '.npmrc',
]);

/** The media type of a file of the kit, by its name. */
export function mediaTypeOf(file: string): string {
  const name = path.posix.basename(file);
  if (textNames.has(name) || name.startsWith('.env')) return 'text/plain';
  return byExtension[path.posix.extname(name)] ?? 'application/octet-stream';
}

/** Whether the code viewer can show it as text. */
export function isText(mediaType: string): boolean {
  return (
    mediaType.startsWith('text/') ||
    ['application/json', 'application/sql', 'application/yaml', 'image/svg+xml'].includes(mediaType)
  );
}
