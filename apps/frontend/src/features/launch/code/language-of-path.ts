const languageOfExtension: Record<string, string> = {
  ts: 'typescript',
  tsx: 'typescript',
  mts: 'typescript',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  json: 'json',
  css: 'css',
  html: 'xml',
  svg: 'xml',
  xml: 'xml',
  sql: 'sql',
  md: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
  sh: 'bash',
  env: 'bash',
  toml: 'ini',
};

/** The highlighter's name of a file's language, null where it has none. */
export function languageOfPath(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === 'dockerfile') return 'dockerfile';
  if (name.startsWith('.env')) return 'bash';
  return languageOfExtension[name.slice(name.lastIndexOf('.') + 1)] ?? null;
}
