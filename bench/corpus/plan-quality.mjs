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

const wordsOf = (text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

/**
 * Whether the words of the app, its sentence itself left out, hold a word of the sentence. Scripts that write
 * without spaces count by their longest run.
 * @param {Outcome} outcome
 */
export function wordsFound({ prompt, spec }) {
  const said = JSON.stringify({ ...spec, prompt: '', constraints: [] }).toLowerCase();
  const words = wordsOf(prompt);
  const found = words.filter((word) => said.includes(word.slice(0, Math.max(4, word.length - 2))));
  return words.length === 0 ? said.includes(prompt.toLowerCase().slice(0, 2)) : found.length > 0;
}
