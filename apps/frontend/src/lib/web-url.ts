/** The address in normal form when it is http or https, null for anything else (`javascript:`, `data:`, not a URL). */
export function toWebUrl(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
}

/** A path on this origin, null for anything that would lead elsewhere (`//host`, `https:`, `javascript:`). */
export function toOwnPath(text: string): string | null {
  const base = 'https://own.invalid';
  if (!text.startsWith('/') || !URL.canParse(text, base)) return null;
  const url = new URL(text, base);
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : null;
}
