import { cutWords, type Word } from '../ranking/cut-words.js';
import type { Idea, IdeaWord } from '../ranking/read-idea.js';

/** What an idea is about, as words for a search box. */
export interface SearchSubject {
  /** What it is ("habit tracker"); empty where the sentence names nothing. */
  subject: readonly string[];
  /** Whom it is for ("firefighters"). */
  audience: readonly string[];
  /** What it lets people do, with its joining word ("to track shared expenses"), or null. */
  job: string | null;
  /** The noun that the person uses for it, "software" where they use none. */
  noun: string;
}

/** A search engine narrows with every word; six name a field, ten name nothing that exists. */
const maximumSubject = 6;
const maximumAudience = 3;
const maximumJob = 8;

/** Frame words that name a kind of product and so belong in a search. */
const tellingFrames = new Set(
  `ai online web website tracker tracking planner planning management manager builder assistant agent portal dashboard
  offline mobile tracks track plan manage share sharing send list lists link page pages website site
  learn copilot life world home team teams business information data content builders building`.split(
    /\s+/u,
  ),
);
/** Praise narrows no search. */
const praise = new Set([
  'beautiful',
  'trusted',
  'fun',
  'powerful',
  'amazing',
  'ultimate',
  'perfect',
]);
/** "People" beside a word that says which people. */
const anyone = new Set(['people', 'person', 'users', 'user', 'everyone', 'business', 'businesses']);
const productNouns = ['marketplace', 'platform', 'app', 'tool'];

/** Search terms for the words that reading brings to one closed form ("pointofsale"). */
const openForms: Readonly<Record<string, string>> = {
  pointofsale: 'point of sale',
  linkinbio: 'link in bio',
  noshow: 'no-show',
  nocode: 'no-code',
  lowcode: 'low-code',
  esign: 'e-signature',
  todo: 'to-do',
  preowned: 'pre-owned',
  secondhand: 'second-hand',
  soc2: 'SOC 2',
  iso27001: 'ISO 27001',
  timeoff: 'time off',
  ai: 'AI',
  crm: 'CRM',
  hr: 'HR',
  adhd: 'ADHD',
};

/** `to`, `that` or `which` before what people do with it, and not within "alternative to" or "close to". */
const jobMarker =
  /(?<!\b(?:alternatives?|similar|close|compared|according|due|next|up|competitors?)\s)\b(to|that|which)\s+(\p{Ll}[\p{L}\p{N}'’-]*\s+(?:[\p{L}\p{N}'’-]+\s*)+)/u;

/** Removes e-mail addresses and long numbers, which are no search words and may be personal. */
export function removePersonal(text: string): string {
  return text.replace(/\S+@\S+/gu, ' ').replace(/\+?\d[\d\s()/-]{5,}\d/gu, ' ');
}

function distinct(words: readonly Word[]): Word[] {
  return [...new Map(words.map((word) => [word.stem, word])).values()];
}

const show = ({ written }: Word): string => openForms[written] ?? written;

function isTelling(word: Word): boolean {
  return (word.kind === 'content' && !praise.has(word.written)) || tellingFrames.has(word.written);
}

/** The words of what is left of a name or an audience are not the subject. */
function subjectWords(idea: Idea, except: ReadonlySet<string>): Word[] {
  const personal = new Set(
    (idea.original.match(/\S+@\S+/gu) ?? []).flatMap((address) =>
      cutWords(address).map(({ stem }) => stem),
    ),
  );
  const isSubject = (word: IdeaWord): boolean =>
    word.weight === 1 && isTelling(word) && !except.has(word.stem) && !personal.has(word.stem);
  return distinct(idea.words.filter(isSubject)).slice(0, maximumSubject);
}

/** The part of the first sentence that says what people do with it, after "to" or "that", with that word. */
function readJob(original: string): string | null {
  const [first = ''] = removePersonal(original).split(
    /[.!?;:,\n]|\b(?:for|with|including|plus|without)\b/iu,
  );
  const [, marker = '', rest = ''] = jobMarker.exec(first) ?? [];
  const words = rest.trim().split(/\s+/u).slice(0, maximumJob);
  while (words.length > 1 && !cutWords(words.at(-1) ?? '').some(isTelling)) words.pop();
  const hasContent = cutWords(words.join(' ')).some(({ kind }) => kind === 'content');
  return hasContent && words.length > 1 ? `${marker} ${words.join(' ')}` : null;
}

/**
 * What to ask a search engine about an idea.
 * @param names names of products that the sentence compares itself with; their words are not its subject
 */
export function readSubject(idea: Idea, names: readonly string[]): SearchSubject {
  const nameStems = new Set(names.flatMap((name) => cutWords(name).map(({ stem }) => stem)));
  const written = distinct(idea.audience).filter(({ stem }) => !nameStems.has(stem));
  const closer = written.filter((word) => !anyone.has(word.written));
  const audience = closer.length > 0 ? closer : written;
  const job = readJob(idea.original);
  const stemsOf = (words: readonly Word[]): string[] => words.map(({ stem }) => stem);
  const except = [...nameStems, ...stemsOf(written)];
  const isNaming = (words: readonly Word[]): boolean =>
    words.length > 1 || words.some(({ kind }) => kind === 'content');
  const short = subjectWords(idea, new Set([...except, ...stemsOf(cutWords(job ?? ''))]));
  const subject = isNaming(short) ? short : subjectWords(idea, new Set(except));
  // "Uber for dog walking" says after "for" what it is, and not whom it is for.
  const isAnalogy = !isNaming(subject) && names.length > 0;
  const noun = productNouns.find((one) => new RegExp(`\\b${one}s?\\b`, 'iu').test(idea.original));
  return {
    subject: (isNaming(subject) ? subject : isAnalogy ? audience : []).map(show),
    audience: isAnalogy ? [] : audience.slice(0, maximumAudience).map(show),
    job,
    noun: noun ?? 'software',
  };
}
