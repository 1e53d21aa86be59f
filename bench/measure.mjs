// What every bench shares: figures, their targets, the table and the JSON line.
import os from 'node:os';
import process from 'node:process';

/**
 * What a figure must reach. The ratio is value / baseline.
 * @typedef {{ ratioAtMost: number } | { ratioAtLeast: number } | { atMost: number } | { atLeast: number }} Target
 */
/**
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value
 * @property {string} unit
 * @property {{ name: string, value: number }} [baseline] measured in the same run, in the same unit
 * @property {Target} [target] none: told for orientation
 */
/**
 * @typedef {object} BenchContext
 * @property {string} root of the checkout
 * @property {boolean} isShort fewer rounds, for a look at everything
 * @property {string[]} options of this bench, as they were typed
 * @property {(text: string) => void} say progress, to standard error
 * @property {AbortSignal} signal
 */
/** @typedef {(context: BenchContext) => Promise<Figure[]>} Bench */

/** @param {Figure} figure */
export const ratioOf = ({ value, baseline }) => (baseline ? value / baseline.value : undefined);

/**
 * Whether the figure reaches its target; one without a target always does.
 * @param {Figure} figure
 */
export function isMet(figure) {
  const { value, target } = figure;
  if (!target) return true;
  if ('atMost' in target) return value <= target.atMost;
  if ('atLeast' in target) return value >= target.atLeast;
  const ratio = ratioOf(figure);
  // A target against a baseline that was not measured is not reached.
  if (ratio === undefined || !Number.isFinite(ratio)) return false;
  return 'ratioAtMost' in target ? ratio <= target.ratioAtMost : ratio >= target.ratioAtLeast;
}

/** @param {number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted.length % 2 ? upper : sorted[middle - 1];
  if (upper === undefined || lower === undefined)
    throw new RangeError('no values to take the median of');
  return (lower + upper) / 2;
}

/**
 * Milliseconds that the work takes.
 * @param {() => Promise<unknown>} work
 */
export async function timeOf(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** @param {Figure[]} figures */
export function toTable(figures) {
  const rows = [
    ['figure', 'value', 'baseline', 'ratio', 'target', ''],
    ...figures.map((figure) => [
      figure.name,
      inUnit(figure.value, figure.unit),
      figure.baseline
        ? `${inUnit(figure.baseline.value, figure.unit)} (${figure.baseline.name})`
        : '',
      ratioOf(figure)?.toFixed(2) ?? '',
      inWords(figure.target, figure.unit),
      figure.target ? (isMet(figure) ? 'ok' : 'MISSED') : '',
    ]),
  ];
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * The bench as one line of JSON, with what the numbers depend on.
 * @param {string} bench
 * @param {Figure[]} figures
 */
export function toJsonLine(bench, figures) {
  const machine = {
    node: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
    cores: os.availableParallelism(),
    // Above the number of cores, the machine had other work, and times are longer than they need to be.
    load: Number(os.loadavg()[0]?.toFixed(1)),
  };
  const told = figures.map((figure) => ({
    ...figure,
    ratio: ratioOf(figure) ?? null,
    isMet: isMet(figure),
  }));
  return JSON.stringify({ bench, isMet: figures.every(isMet), machine, figures: told });
}

/** @param {number} value @param {string} unit */
const inUnit = (value, unit) =>
  `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))} ${unit}`;

/** @param {Target | undefined} target @param {string} unit */
function inWords(target, unit) {
  if (!target) return '';
  if ('ratioAtMost' in target) return `ratio <= ${target.ratioAtMost}`;
  if ('ratioAtLeast' in target) return `ratio >= ${target.ratioAtLeast}`;
  return 'atMost' in target ? `<= ${target.atMost} ${unit}` : `>= ${target.atLeast} ${unit}`;
}
