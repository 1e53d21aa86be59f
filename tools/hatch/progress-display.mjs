// What a person sees on standard error while the job runs.
import { cleanText } from './clean-text.mjs';

const BAR = 24;
const COLOURS = { red: 31, green: 32, yellow: 33, dim: 90, bold: 1 };
// Without a terminal the bar is a line now and then.
const PLAIN_STEP = 10;

/** @typedef {keyof typeof COLOURS} Colour */

/** A log with a bar under it that is redrawn in place on a terminal; plain lines anywhere else. */
export class ProgressDisplay {
  #bar = '';
  #lastPercent = -PLAIN_STEP;

  /**
   * @param {{ write: (text: string) => unknown, isTTY?: boolean }} stream
   * @param {Record<string, string | undefined>} environment NO_COLOR and TERM=dumb are obeyed
   */
  constructor(stream, environment) {
    this.stream = stream;
    this.startedAt = Date.now();
    this.isLive = stream.isTTY === true && environment.TERM !== 'dumb';
    this.hasColour = this.isLive && !environment.NO_COLOR;
  }

  /**
   * One line of the log, with the time since the start.
   * @param {string} text from anywhere: control characters are taken out
   * @param {Colour} [colour]
   */
  log(text, colour) {
    const seconds = `${((Date.now() - this.startedAt) / 1000).toFixed(1)}s`.padStart(7);
    this.#erase();
    this.stream.write(`${this.#paint(seconds, 'dim')}  ${this.#paint(cleanText(text), colour)}\n`);
    this.#draw();
  }

  /**
   * @param {number} percent 0 to 100
   * @param {string} activity what is being done
   */
  progress(percent, activity) {
    const bounded = Math.round(Math.min(100, Math.max(0, percent)));
    const filled = Math.round((bounded / 100) * BAR);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled);
    const line = `${`${bounded} %`.padStart(7)}  ${cleanText(activity)}`;
    if (this.isLive) {
      this.#erase();
      this.#bar = `${this.#paint(bar, 'green')} ${line}`;
      this.#draw();
    } else if (bounded >= this.#lastPercent + PLAIN_STEP) {
      this.#lastPercent = bounded;
      this.stream.write(`${line}\n`);
    }
  }

  /** Takes the bar away; the log stays. */
  end() {
    this.#erase();
    this.#bar = '';
  }

  #erase() {
    if (this.isLive && this.#bar) this.stream.write('\r\u001b[2K');
  }

  #draw() {
    // Without wrapping (DECAWM off) the bar stays one line, however wide its characters are.
    if (this.isLive && this.#bar) this.stream.write(`\u001b[?7l${this.#bar}\u001b[?7h`);
  }

  /** @param {string} text @param {Colour} [colour] */
  #paint(text, colour) {
    return this.hasColour && colour ? `\u001b[${COLOURS[colour]}m${text}\u001b[0m` : text;
  }
}
