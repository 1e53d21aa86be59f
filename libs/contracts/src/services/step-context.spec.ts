import { describe, expect, it } from '@jest/globals';
import { partOf, type StepContext } from './step-context.js';

class Recorder implements StepContext {
  readonly signal = new AbortController().signal;
  readonly steps: [number, string][] = [];
  readonly lines: string[] = [];

  progress(fraction: number, substep: string): void {
    this.steps.push([fraction, substep]);
  }
  log(_level: string, message: string): void {
    this.lines.push(message);
  }
}

describe('a part of a context', () => {
  it('moves in its share of the whole and says what the whole says, also of an object of a class', () => {
    const whole = new Recorder();
    const part = partOf(whole, 0.25, 0.75);
    part.progress(0, 'begins');
    part.progress(0.5, 'goes on');
    part.log('info', 'a line');
    expect(whole.steps).toEqual([
      [0.25, 'begins'],
      [0.5, 'goes on'],
    ]);
    expect(whole.lines).toEqual(['a line']);
    expect(part.signal).toBe(whole.signal);
  });
});
