import { stripVTControlCharacters } from 'node:util';

// C0 and C1 controls would steer the terminal; bidirectional marks would show a line in another order.
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu;

/**
 * Text from a server as one line that is safe to print on a terminal.
 * @param {string} text
 */
export const cleanText = (text) => stripVTControlCharacters(text).replace(CONTROLS, ' ').trim();
