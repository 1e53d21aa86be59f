/** `src/app/icon.svg`: a mark of two shapes in the brand's colours; letters would need a font that every system has. */
export function writeIcon(primary: string, accent: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${primary}"/><stop offset="1" stop-color="${accent}"/></linearGradient></defs><rect width="32" height="32" rx="8" fill="url(#g)"/><path d="M9 20a7 7 0 0 1 14 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/><circle cx="16" cy="11" r="2.5" fill="#fff"/></svg>
`;
}
