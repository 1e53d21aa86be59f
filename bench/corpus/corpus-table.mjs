// One line a sentence, for a person to read down.

/**
 * @typedef {object} Outcome
 * @property {string} prompt
 * @property {import('@hatchr/contracts').ProductSpec} spec
 * @property {string} digest of all files of the app
 * @property {number} fileCount
 * @property {number} planAndWriteMs
 * @property {import('@hatchr/contracts').VerificationReport['gates']} gates
 * @property {number} checkMs of the gates without the production build; 0 where that was not timed
 * @property {number} totalMs of all gates together
 * @property {string} verdict
 * @property {string} failure the gate and the end of what it printed
 */

const cut = (text, length) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text.padEnd(length);

/** @param {Outcome[]} outcomes */
export function toRows(outcomes) {
  return outcomes.flatMap(
    ({ prompt, spec, gates, fileCount, planAndWriteMs, totalMs, verdict, failure }) => {
      const passed = gates.filter(({ outcome }) => outcome === 'passed').length;
      const views = [...new Set(spec.entities.map(({ view }) => view))].join(' ');
      const line = [
        cut(verdict, 8),
        cut(gates.length > 0 ? `${passed}/${gates.length}` : '', 5),
        cut(prompt, 44),
        cut(spec.entities.map(({ label }) => label).join(', '), 56),
        cut(views, 30),
        cut(spec.feature.kind, 18),
        `${String(fileCount).padStart(3)} files`,
        `${planAndWriteMs.toFixed(0).padStart(4)} ms`,
        totalMs > 0 ? `${(totalMs / 1000).toFixed(1)} s` : '',
      ].join('  ');
      return failure ? [line, failure.slice(-600).replace(/^/gmu, '    | ')] : [line];
    },
  );
}
