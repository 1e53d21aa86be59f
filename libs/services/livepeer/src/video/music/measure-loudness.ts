/** Two channels of samples between -1 and 1. */
export interface Stereo {
  sampleRate: number;
  left: Float32Array;
  right: Float32Array;
}

type Biquad = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** The two filters of K-weighting at 48 kHz (ITU-R BS.1770-5, annex 1, tables 1 and 2). */
const shelf: Biquad = [
  1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585,
];
const highPass: Biquad = [1, -2, 1, -1.99004745483398, 0.99007225036621];

/**
 * Integrated loudness in LUFS (ITU-R BS.1770-5): K-weighted power of blocks of 400 ms, every 100 ms, without those
 * below -70 LUFS and then without those 10 LU below the mean of the rest. Minus infinity for silence. The samples
 * must be at 48 kHz, for which the filters are given.
 */
export function measureLoudness({ left, right, sampleRate }: Stereo): number {
  const weighted = [left, right].map((channel) => filter(filter(channel, shelf), highPass));
  const hop = sampleRate / 10;
  const powers: number[] = [];
  for (let start = 0; start + 4 * hop <= left.length; start += hop) {
    let sum = 0;
    for (const channel of weighted)
      for (let index = start; index < start + 4 * hop; index++) sum += (channel[index] ?? 0) ** 2;
    powers.push(sum / (4 * hop));
  }
  const audible = powers.filter((power) => toLoudness(power) > -70);
  const gate = toLoudness(mean(audible)) - 10;
  return toLoudness(mean(audible.filter((power) => toLoudness(power) > gate)));
}

const toLoudness = (power: number): number => -0.691 + 10 * Math.log10(power);

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function filter(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
  const result = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  samples.forEach((x, index) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    result[index] = y;
  });
  return result;
}
