import { type Slide } from '../deck/slide-model.js';
import { type Poster } from '../images/poster.js';

/** What the process is given: plain data only. */
export interface RenderRequest {
  title: string;
  /** BCP 47, decides how Han characters are drawn. */
  language: string;
  slides: Slide[];
  posters: Poster[];
  paths: { pptx: string; pdf: string; previews: string[] };
  /** Name of the package that draws; another name in tests stands for a machine on which it cannot load. */
  canvasPackage: string;
}

export interface RenderedFile {
  path: string;
  content: Uint8Array;
}

/** What a process says while it works. */
export interface RenderProgress {
  type: 'progress';
  fraction: number;
  substep: string;
}

/** What the process says when it is done. */
export interface RenderResult {
  type: 'done';
  files: RenderedFile[];
  /** Why there are no images and no PDF; null where they were made. */
  imagesLeftOut: string | null;
  /** Characters that no bundled font draws. */
  uncovered: string[];
}
