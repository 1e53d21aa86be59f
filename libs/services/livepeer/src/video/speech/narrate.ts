import { AppError, type ServedBy } from '@hatchr/contracts';
import { type VideoScript } from '../video-model.js';
import { type Speech, speechRate } from './speech.adapter.js';

/** Spoken words, and the second of the video at which they begin. */
export interface SpokenLine {
  at: number;
  samples: Float32Array;
}

export interface Narration {
  /** The script with scenes that last as long as what is said in them. */
  script: VideoScript;
  lines: SpokenLine[];
  servedBy: ServedBy;
}

/** Seconds before the first and after the last word of a scene. */
const lead = 0.5;
const rest = 0.4;
/** Nobody watches longer. */
const longestVideo = 30;

/**
 * Speaks what each scene has to say. A scene is made longer where its words need it, as long as the video stays within
 * half a minute; what does not fit is left to the captions. Without a voice, or when it fails, music plays alone and
 * the reason is told. Throws the signal's reason on abort.
 */
export async function narrate(
  script: VideoScript,
  speech: Speech | null,
  signal: AbortSignal,
): Promise<Narration> {
  if (!speech)
    return silent(script, 'Music was composed on this machine; no speech key is set for a voice.');
  try {
    const voices = await Promise.all(
      script.scenes.map(({ narration }) => speech.speak(narration, signal)),
    );
    return fit(script, voices);
  } catch (error) {
    signal.throwIfAborted();
    return silent(script, `Music plays without a voice. ${AppError.from(error).message}`);
  }
}

function silent(script: VideoScript, reason: string): Narration {
  return { script, lines: [], servedBy: { provider: 'embedded', mode: 'embedded', reason } };
}

function fit(script: VideoScript, voices: readonly Float32Array[]): Narration {
  const needed = voices.map((samples) => lead + samples.length / speechRate + rest);
  const isSpoken = voices.map(() => true);
  const lengths = (): number[] =>
    script.scenes.map(({ seconds }, index) =>
      isSpoken[index] ? Math.max(seconds, needed[index] ?? 0) : seconds,
    );
  const excess = (index: number): number =>
    isSpoken[index] ? (needed[index] ?? 0) - (script.scenes[index]?.seconds ?? 0) : 0;
  while (sum(lengths()) > longestVideo && script.scenes.some((_, index) => excess(index) > 0)) {
    const worst = script.scenes.reduce(
      (most, _, index) => (excess(index) > excess(most) ? index : most),
      0,
    );
    isSpoken[worst] = false;
  }
  // Whole frames, or the picture would drift from the sound.
  const seconds = lengths().map((length) => Math.ceil(length * 30) / 30);
  const lines = voices.flatMap((samples, index) =>
    isSpoken[index] ? [{ at: sum(seconds.slice(0, index)) + lead, samples }] : [],
  );
  const left = voices.length - lines.length;
  return {
    script: {
      ...script,
      scenes: script.scenes.map((scene, index) => ({
        ...scene,
        seconds: seconds[index] ?? scene.seconds,
      })),
    },
    lines,
    servedBy: {
      provider: 'speech service',
      mode: 'live',
      reason:
        left === 0
          ? 'A voice of the speech service speaks over music that was composed on this machine.'
          : `A voice speaks over the music; ${String(left)} of its lines would have made the video too long and are captions only.`,
    },
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
