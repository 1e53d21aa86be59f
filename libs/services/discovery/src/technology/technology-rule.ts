export const technologyCategories = [
  'framework',
  'cms',
  'website builder',
  'documentation',
  'e-commerce',
  'payments',
  'analytics',
  'tag manager',
  'a/b testing',
  'advertising',
  'consent',
  'error monitoring',
  'hosting',
  'cdn',
  'server',
  'language',
  'support chat',
  'crm and marketing',
  'forms and booking',
  'auth',
  'fonts',
  'interface',
  'media',
  'search',
  'security',
] as const;
export type TechnologyCategory = (typeof technologyCategories)[number];

/**
 * Where a technology shows itself.
 * - `header`, `meta`: `name` is its name, `pattern` is matched on the value
 * - `cookie`: `pattern` on the cookie's name
 * - `script`: on the address of a script
 * - `resource`: on the address of a script, stylesheet, image, frame or form (a well-known path or host)
 * - `inline`: on the text of a script in the page
 * - `markup`: on a tag as `<name attribute="value">`, never on text that a reader sees
 * - `host`: on the host that the page itself was read from
 */
export interface Signal {
  kind: 'header' | 'meta' | 'cookie' | 'script' | 'resource' | 'inline' | 'markup' | 'host';
  name: string;
  pattern: RegExp;
  /** What such a page says, for the table's own test. */
  example: string;
  confidence: number;
}

export interface TechnologyRule {
  name: string;
  category: TechnologyCategory;
  signals: readonly Signal[];
  /** Names of technologies that cannot be absent where this one is used. */
  implies: readonly string[];
}

function signal(kind: Signal['kind'], confidence: number) {
  return (pattern: RegExp, example: string): Signal => ({
    kind,
    name: '',
    pattern,
    example,
    confidence,
  });
}

/** A header, by its name in lower case. Headers are set by the server itself, so they are hardly ever wrong. */
export function header(name: string, pattern: RegExp, example: string): Signal {
  return { kind: 'header', name, pattern, example, confidence: 0.95 };
}

/** A meta element, by its name or property in lower case. */
export function meta(name: string, pattern: RegExp, example: string): Signal {
  return { kind: 'meta', name, pattern, example, confidence: 0.95 };
}

export const cookie = signal('cookie', 0.85);
export const script = signal('script', 0.95);
export const resource = signal('resource', 0.85);
export const inline = signal('inline', 0.75);
export const markup = signal('markup', 0.85);
export const host = signal('host', 0.95);

/** One row of the table. */
export function technology(
  name: string,
  category: TechnologyCategory,
  signals: readonly Signal[],
  implies: readonly string[] = [],
): TechnologyRule {
  return { name, category, signals, implies };
}
