import { type Hex } from '../colour/contrast.js';
import { type SlideElement } from '../deck/slide-model.js';

/** How a layer comes in. `reveal` uncovers it from its left edge; `still` is there from its first frame on. */
export type Motion = 'still' | 'fade' | 'rise' | 'slide' | 'pop' | 'reveal';

/** How one scene gives way to the next. */
export type Transition = 'fade' | 'push' | 'wipe' | 'circle';

/** Elements that are drawn once and then moved together. Positions are those of slides, in inches. */
export interface VideoLayer {
  elements: SlideElement[];
  motion: Motion;
  /** Seconds after the scene begins at which it comes in, and at which it has faded out again. */
  at: number;
  until?: number;
  /** Seconds that coming in takes. */
  takes?: number;
  /** Each line of its one text comes in a moment after the line above it. */
  isStaggered?: boolean;
  /** Slow movement to and fro, in inches, for what lies behind the words. */
  drift?: { x: number; y: number; period: number };
}

/** A place that the pointer has reached, on the slide, at a time of its scene. */
export interface PointerStop {
  at: number;
  x: number;
  y: number;
  isPress: boolean;
}

export interface Scene {
  seconds: number;
  background: Hex;
  layers: VideoLayer[];
  pointer: PointerStop[];
  /** What the scene says, for those who read it. */
  captions: string[];
  /** What a voice says of it, where there is one: fewer words than can be read. */
  narration: string;
}

export interface MusicStyle {
  beatsPerMinute: number;
  /** MIDI note of the chords' root. */
  root: number;
  /** Semitones above the root: one chord a bar, repeated. */
  chords: readonly (readonly number[])[];
  /** Loudness of each part, 0 to 1. */
  pad: number;
  pluck: number;
  drums: number;
}

/** Everything that a video is made of: plain data that a process can be given. */
export interface VideoScript {
  title: string;
  scenes: Scene[];
  transition: Transition;
  music: MusicStyle;
  /** Second at which the still picture is taken. */
  posterAt: number;
}

/** Seconds in which one scene gives way to the next; they belong to the next one. */
export const transitionSeconds = 0.5;
