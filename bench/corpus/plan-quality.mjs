// What makes a plan recognisable as the sentence's own.

/** @typedef {import('./corpus-table.mjs').Outcome} Outcome */

const entitiesOf = ({ spec }) =>
  spec.entities
    .map(({ label }) => label.toLowerCase())
    .sort()
    .join(', ');

/**
 * Sentences whose app has the very entities of an earlier one.
 * @param {Outcome[]} outcomes
 */
export function findRepeats(outcomes) {
  const first = new Map();
  return outcomes.filter((outcome) => {
    const key = entitiesOf(outcome);
    const isRepeat = first.has(key);
    if (!isRepeat) first.set(key, outcome.prompt);
    return isRepeat;
  });
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words of four letters and more; where a script writes without spaces, what the segmenter takes for words. */
function wordsOf(text) {
  if (!unspaced.test(text)) return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const parts = new Intl.Segmenter('ja', { granularity: 'word' }).segment(text);
  return [...parts].map(({ segment }) => segment).filter((word) => /^\p{L}{2,}$/u.test(word));
}

/**
 * Whether the words of the app, its sentence itself left out, hold a word of the sentence. Scripts that write
 * without spaces count by the words that a segmenter finds.
 * @param {Outcome} outcome
 */
export function wordsFound({ prompt, spec }) {
  const said = JSON.stringify({ ...spec, prompt: '', constraints: [] }).toLowerCase();
  const words = wordsOf(prompt);
  const found = words.filter((word) => said.includes(word.slice(0, Math.max(4, word.length - 2))));
  return words.length === 0 ? said.includes(prompt.toLowerCase().slice(0, 2)) : found.length > 0;
}

// Words of a sentence that say "product", "for" or "small", and none of its subject.
const emptyWords = new Set(
  `a an and app application apps are at automatically between big but by can each for from get gets group help helps i in into is
  it its keep like lists manage manager management me more my new of on one online or organiser our over page place plan planner
  planning platform service simple small software system team that the their them they to tool track tracker tracking up use uses want
  we website where which who with you your before days day see list log board manager`.split(
    /\s+/u,
  ),
);

const stem = (word) => word.slice(0, Math.max(4, word.length - 2));

/**
 * The share of a sentence's words of content that stand where a person looks first: labels of the lists, name of the
 * feature, tagline. Prices and numbers do not count. 1 where a sentence has no such word.
 * @param {Outcome} outcome
 */
export function dashboardShare({ prompt, spec }) {
  const shown = [
    spec.tagline,
    spec.feature.name,
    ...spec.entities.flatMap(({ label, labelPlural }) => [label, labelPlural]),
  ]
    .join(' ')
    .toLowerCase();
  const words = [...new Set(wordsOf(prompt))].filter((word) => !emptyWords.has(word));
  if (words.length === 0) return 1;
  return words.filter((word) => shown.includes(stem(word))).length / words.length;
}

/**
 * Apps that would fit any sentence: one list and the digest that works on every list.
 * @param {Outcome[]} outcomes
 */
export const findGeneric = (outcomes) =>
  outcomes.filter(
    ({ spec }) => spec.entities.length === 1 && spec.feature.kind === 'attention_digest',
  );

/**
 * Sentences whose app promises what an earlier one promises.
 * @param {Outcome[]} outcomes
 */
export function findSameTaglines(outcomes) {
  const seen = new Set();
  return outcomes.filter(({ spec }) => {
    const isRepeat = seen.has(spec.tagline);
    seen.add(spec.tagline);
    return isRepeat;
  });
}
