import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';

/** Chromium without its windows and menus, as Debian and Chrome for Testing call it. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** Where the installers of macOS and Windows put it. */
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Browsers that are installed: the system's first, then Playwright's.
 * @returns {string[]} absolute paths of files that exist
 */
export function listCandidates() {
  const playwright = playwrightChromium();
  return [...onPath(NAMES), ...PLACES, ...(playwright ? [playwright] : [])].filter(isProgram);
}

/**
 * Headless shells that are installed.
 * @returns {string[]} absolute paths of files that exist
 */
export function listShells() {
  return onPath(SHELLS).filter(isProgram);
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/**
 * The Chromium in Playwright's cache.
 * @returns {string | undefined} undefined when it is not downloaded
 */
export function playwrightChromium() {
  const file = chromium.executablePath();
  return isProgram(file) ? file : undefined;
}

/** @param {string} file */
function isProgram(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}
