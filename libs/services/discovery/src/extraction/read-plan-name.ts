import { cleanText } from './clean-text.js';
import { freeWords, readTerms, requestWords } from './read-terms.js';

const badges =
  /\s*[([–—-]*\s*\b(?:most popular|popular|recommended|best value|best deal|new|our pick|save \d+ ?%|beliebt|am beliebtesten|empfohlen|populaire|recommandé|popular|recomendado|más popular)\b\s*[)\]!]*\s*/giu;
const noNames =
  /^(?:(?:our |simple |choose (?:your |a )?|see |view |unsere |nos |nuestros )?(?:pricing|plans?(?: (?:and|&) pricing)?|prices?|preise|tarife|tarifs?|prix|precios|planes)|monthly|yearly|annual(?:ly)?|monatlich|jährlich|mensuel|annuel|mensual|anual|faq|(?:frequently asked |common )?questions?|häufige fragen|add-?ons?|extras|starts? at|only|just|yes|no|compare(?: plans)?|features?|what['’]s included|includes?|included|everything in .*|get started|start .*|try .*|sign up|buy now|per .*|billed .*|from|starting at|price|save.*|for .*|additional.*|extra.*|add-?ons?|setup.*|total|or)$/iu;

/**
 * The name of a plan out of a heading or label, without the badge beside it; null where the text is not a
 * name: a sentence, a question, a call to act, a word for prices themselves.
 */
export function readPlanName(text: string): string | null {
  const name = cleanText(text.replace(badges, ' '), 80).replace(/[:\s]+$/u, '');
  if (name.length < 1 || name.length > 36 || name.split(' ').length > 4) return null;
  if (/[?!.;]$|\d[.,]\d|[$€£¥₹%]|https?:/u.test(name) || !/\p{L}/u.test(name)) return null;
  if (noNames.test(name) || requestWords.test(name)) return null;
  if (freeWords.test(name)) return name;
  const { period, billed } = readTerms(name);
  return (period !== null && period !== 'one_time') || billed !== null ? null : name;
}
