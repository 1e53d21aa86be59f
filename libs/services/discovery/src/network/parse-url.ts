/** The URL that a text means, or null. (`URL.parse` does the same, but not in Node 20.) */
export function parseUrl(text: string, base?: string): URL | null {
  return URL.canParse(text, base) ? new URL(text, base) : null;
}
