import type { BrowserSettings } from './screenshots/launch-browser.js';

/** Settings of the module; the backend reads them from its environment. */
export interface MvpGeneratorConfig {
  /** Folder of the shared, installed dependencies of generated apps and of the slots they are built in. */
  kitDir: string;
  /** Folders and files that programs of generated apps see nothing of, where the system permits it; the kit may lie in one. */
  privatePaths?: readonly string[];
  /**
   * `off` writes apps without proving them, `quick` leaves out the production build and what needs it; the report of
   * an app says so.
   */
  gates: 'full' | 'quick' | 'off';
  /** Time for each gate, in milliseconds; for the one installation of the dependencies too. */
  gateTimeoutMs: number;
  /** `off`: no screenshots are taken of the app that passed. */
  screenshots?: 'on' | 'off';
  /** What they are taken with; absent or null where no browser is installed, and then there are none. */
  browser?: BrowserSettings | null;
  /** Program and first arguments that stand for `npm`, where it is not on the path. */
  npmCommand?: string[];
  /** For npm alone while it installs the shared dependencies, see `pickInstallEnvironment`. */
  installEnvironment?: Record<string, string>;
}

export const MVP_GENERATOR_CONFIG = Symbol('MVP_GENERATOR_CONFIG');
