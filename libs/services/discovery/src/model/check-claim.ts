import type { Evidence } from '@hatchr/contracts';
import { catalogue } from '../catalogue/catalogue.js';
import { findForeignNumbers } from '../extraction/check-quote.js';
import { addressesModel, cleanText } from '../extraction/clean-text.js';
import { cutWords } from '../ranking/cut-words.js';

/** What the claims of one comparison may rest on. */
export interface ClaimGround {
  /** Rows that may be cited, by id. */
  rows: ReadonlyMap<string, Evidence>;
  /** The founder's sentence. */
  prompt: string;
  /** Names of the competitors, by id. */
  names: ReadonlyMap<string, string>;
}

const leadsOut =
  /https?:|www\.|[<>{}[\]\\`|]|\S@\S|\b[\p{L}\d-]+\.(?:com|net|org|io|ai|app|co|dev|test)\b/iu;
/** What no handful of rows can show, and what only customers could say. */
const unprovable =
  /\b(?:none|nobody|no one|no other|nothing else|every (?:one|competitor|product|tool)|(?:all|most|many) (?:of )?(?:the )?(?:competitors?|products?|tools?|companies|rivals?|users?|customers?)|the (?:only|first) (?:product|app|tool|service|one|to)|the leading|market leader|guarantee\w*|award\w*|trusted by|loved by|customers? (?:say|love|report)|users? (?:say|love|report)|testimonial\w*)\b|[“”«»"]|%/iu;
const numberWords =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|double|twice)\b/giu;

let plain: ReadonlySet<string> | null = null;

/** Words that the catalogue writes in lower case, which are no names. Read once, and only where a model takes part. */
function plainWords(): ReadonlySet<string> {
  plain ??= new Set(
    catalogue.flatMap(({ products }) =>
      products.flatMap(({ summary }) => summary.match(/(?<!\p{L})\p{Ll}+/gu) ?? []),
    ),
  );
  return plain;
}

/** Names in a text that none of the sources has: capitalised words, but for a common one at the start of a sentence. */
function findForeignNames(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => cutWords(source).map(({ stem }) => stem)));
  const isKnown = (word: string): boolean => cutWords(word).every(({ stem }) => known.has(stem));
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}-]*/gu)].flatMap(
    ({ 0: word, index }) => {
      const isFirst = /(?:^|[.!?:]\s+)$/u.test(text.slice(0, index));
      const isPlain =
        isFirst &&
        (plainWords().has(word.toLowerCase()) ||
          cutWords(word).every(({ kind }) => kind !== 'content'));
      return isPlain || isKnown(word) ? [] : [word];
    },
  );
}

/** The names of competitors that a text uses and whose rows it does not cite. */
function findUncited(text: string, cited: readonly Evidence[], { names }: ClaimGround): string[] {
  const ids = new Set(cited.map(({ competitorId }) => competitorId));
  return [...names].flatMap(([id, name]) => (!ids.has(id) && text.includes(name) ? [name] : []));
}

/**
 * Whether a claim says no more than the rows that it cites: all of them exist, its numbers and names stand in them or
 * in the founder's sentence, and it is nothing that rows cannot show.
 */
export function isClaimFounded(
  text: string,
  evidenceIds: readonly string[],
  ground: ClaimGround,
): boolean {
  const cited = evidenceIds.flatMap((id) => ground.rows.get(id) ?? []);
  if (cited.length === 0 || cited.length < evidenceIds.length) return false;
  if (text !== cleanText(text) || text.length < 8) return false;
  if (leadsOut.test(text) || unprovable.test(text) || addressesModel(text)) return false;
  const sources = [ground.prompt, ...cited.map(({ snippet }) => snippet ?? '')];
  const spoken = sources.join(' ').toLowerCase();
  return (
    findForeignNumbers(text, sources).length === 0 &&
    (text.match(numberWords) ?? []).every((word) => spoken.includes(word.toLowerCase())) &&
    findForeignNames(text, [...sources, ...ground.names.values()]).length === 0 &&
    findUncited(text, cited, ground).length === 0
  );
}
