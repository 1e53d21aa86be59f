import type { GeneratedFile } from '@hatchr/contracts';
import type { DataPart } from '@hatchr/language-model';

/**
 * A file of the app that a model may write, and all that it may be: one function of a fixed name, from a contract of
 * ours, held by a test of ours. Nothing else of the app is its to touch.
 */
export interface CodeSlot {
  /** As decisions name it: `Rule of the domain feature`. */
  subject: string;
  /** The only path that an answer is ever written to. */
  path: string;
  exportName: string;
  /** Names that it may import, by module. */
  imports: Readonly<Record<string, readonly string[]>>;
  /** Whether it is a component: markup of plain elements without links, styles, scripts or handlers. */
  isMarkup: boolean;
  /** Files that it builds on; ours, and the same whatever the answer is. */
  contract: readonly GeneratedFile[];
  test: GeneratedFile;
  /** Ours and constant for each kind of slot. */
  instructions: string;
  data: DataPart[];
  /** The sentence, which is all that its words may claim from. */
  sentence: string;
}

/** A slot with a source that passed its checks and its test. */
export interface FilledSlot {
  slot: CodeSlot;
  source: string;
}
