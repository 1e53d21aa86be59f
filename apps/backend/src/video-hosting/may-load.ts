/**
 * Whether a Content-Security-Policy with these sources lets a page load an address: same scheme, host and port, where
 * `*.` stands for any subdomain (https://www.w3.org/TR/CSP3/#match-url-to-source-expression).
 */
export function mayLoad(address: string, sources: readonly string[]): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  return sources.some((source) => {
    const isWild = source.includes('//*.');
    const allowed = URL.parse(source.replace('//*.', '//'));
    if (allowed?.protocol !== url.protocol || allowed.port !== url.port) return false;
    return isWild
      ? url.hostname.endsWith(`.${allowed.hostname}`)
      : url.hostname === allowed.hostname;
  });
}
