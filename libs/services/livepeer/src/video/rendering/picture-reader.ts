import { type Canvas, type CanvasPackage } from '../../rendering/canvas-port.js';
import { type Rows } from './changed-rows.js';
import { convertToI420 } from './convert-to-i420.js';

export type Size = readonly [width: number, height: number];

/** Reads pictures as I420 of one size; a larger picture is drawn smaller first. */
export class PictureReader {
  /** The picture that was read last. Each reading overwrites it. */
  readonly last: Uint8Array;
  private smaller: Canvas | null = null;

  constructor(
    private readonly canvas: CanvasPackage,
    private readonly size: Size,
  ) {
    const [width, height] = size;
    this.last = new Uint8Array((width * height * 3) / 2);
  }

  /** Reads the rows of a picture that differ from the last one. */
  read(picture: Canvas, { top, bottom }: Rows): Uint8Array {
    const [width, height] = this.size;
    const isWhole = picture.width !== width;
    const [from, to] = isWhole ? [0, height] : [top, bottom];
    // Not `canvas.data()`: the engine does not know how large those buffers are, and lets 2 GB of them pile up.
    const { data } = this.fit(picture)
      .getContext('2d')
      .getImageData(0, from, width, to - from);
    convertToI420(data, width, height, this.last, from);
    return this.last;
  }

  private fit(picture: Canvas): Canvas {
    const [width, height] = this.size;
    if (picture.width === width) return picture;
    this.smaller ??= this.canvas.createCanvas(width, height);
    this.smaller.getContext('2d').drawImage(picture, 0, 0, width, height);
    return this.smaller;
  }
}
