/**
 * The URL that a text means, or null. By trying: `URL.canParse` of Node 20 and 22 refuses addresses with a letter such
 * as ü once it has been compiled (after some thousand calls), and `URL.parse` is not in Node 20.
 */
export function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
