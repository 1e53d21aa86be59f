import { load } from 'cheerio';
import { robotsName } from './robots.js';

const own = robotsName.toLowerCase();
/** Directives that a crawler gives a value; a colon after one does not name a crawler. */
const valued = new Set([
  'unavailable_after',
  'max-snippet',
  'max-image-preview',
  'max-video-preview',
]);

const directivesOf = (text: string): string[] =>
  text.split(',').map((directive) => directive.trim().toLowerCase());

/** `otherbot: noai, noindex` speaks to that bot until the next name. */
function headerForbids(header: string): boolean {
  let addressee = '';
  return directivesOf(header).some((part) => {
    const named = /^([\w-]+)\s*:\s*(.*)$/u.exec(part);
    const name = named?.[1] ?? '';
    if (!named || valued.has(name)) return part === 'noai' && ['', own].includes(addressee);
    addressee = name;
    return named[2] === 'noai' && addressee === own;
  });
}

/** Whether a page forbids use by AI: `noai` in X-Robots-Tag or a robots meta element, to all or to this bot. */
export function forbidsAi(headers: Readonly<Record<string, string>>, html: string): boolean {
  if (headerForbids(headers['x-robots-tag'] ?? '')) return true;
  if (!/noai/iu.test(html)) return false;
  const page = load(html);
  return page('meta[name][content]')
    .toArray()
    .some((element) => {
      const name = (page(element).attr('name') ?? '').trim().toLowerCase();
      const content = page(element).attr('content') ?? '';
      return ['robots', own].includes(name) && directivesOf(content).includes('noai');
    });
}
