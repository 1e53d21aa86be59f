/* eslint-disable no-control-regex -- finding what cannot be seen is the point */
const unseen =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|[\u{e0000}-\u{e007f}]/gu;
/* eslint-enable no-control-regex */

/** Words of a model on one line: no markup, no address, nothing that cannot be seen, at most `longest` characters. */
export function plainText(text: string, longest: number): string {
  const plain = text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/giu, ' ')
    .replace(/<\/?[a-z!][^<>]{0,400}>?/giu, ' ')
    .replace(/!?\[([^[\]]{0,200})\]\([^()]{0,400}\)/gu, '$1')
    .replace(/\b(?:https?|javascript|data|file):\S*/giu, ' ')
    .replace(/[*_~`]{2,}|`|^\s*(?:#{1,6}|>|[-*+])\s+/gmu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^["'“”\s]+(?=[^"'“”]*["'“”\s]+$)|(?<=^["'“”][^"'“”]*)["'“”\s]+$/gu, '')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= longest) return plain;
  const cut = characters.slice(0, longest - 1).join('');
  return `${/\s/u.test(cut) ? cut.replace(/\s\S*$/u, '').trimEnd() : cut}…`;
}

const capitalised = /^\p{Lu}\p{Ll}+$/u;
const shouted = /^\p{Lu}{4,}$/u;

/** A label as an English page writes it: "Hive Inspection" and "HIVE" become "Hive inspection" and "Hive". */
export function plainLabel(text: string, longest: number, language = 'en'): string {
  const plain = plainText(text.replaceAll('_', ' '), longest * 2)
    .replace(/[<>{}$`\\|;()]+|&&/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[.:;!]+$/u, '');
  const [first = '', ...rest] = plainText(plain, longest).split(' ');
  const isTitle =
    rest.length > 0 && rest.every((word) => word.length < 4 || capitalised.test(word));
  const lowered = rest.map((word) =>
    language === 'en' && ((isTitle && capitalised.test(word)) || shouted.test(word))
      ? word.toLowerCase()
      : word,
  );
  const head = shouted.test(first) && plain.length > 4 ? first.toLowerCase() : first;
  const [initial = '', ...others] = Array.from([head, ...lowered].join(' '));
  return initial.toLocaleUpperCase('en') + others.join('');
}
