// Many screenshots on one picture, so that a person looks at an app in a minute.
import { createCanvas, loadImage } from '@napi-rs/canvas';
import fs from 'node:fs';
import path from 'node:path';

const GAP = 12;
const CAPTION = 18;
const WIDTH = 1800;

/**
 * @param {string} folder of the pictures; the sheet is written beside them
 * @param {string} name of the sheet
 * @param {string[]} pictures
 * @param {{ columns: number, height: number }} grid height of each picture in pixels; what is longer is cut
 */
export async function writeContactSheet(folder, name, pictures, { columns, height }) {
  const width = (WIDTH - GAP) / columns - GAP;
  const rows = Math.ceil(pictures.length / columns);
  const canvas = createCanvas(WIDTH, Math.max(1, rows) * (height + CAPTION + GAP) + GAP);
  const context = canvas.getContext('2d');
  context.fillStyle = '#777777';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.font = '13px sans-serif';
  for (const [index, file] of pictures.entries()) {
    const x = GAP + (index % columns) * (width + GAP);
    const y = GAP + Math.floor(index / columns) * (height + CAPTION + GAP);
    const image = await loadImage(path.join(folder, file));
    const cut = Math.min(image.height, (height * image.width) / width);
    context.fillStyle = '#ffffff';
    context.fillText(file.replace(/\..*/, ''), x, y + CAPTION - 6);
    const drawn = (cut * width) / image.width;
    context.drawImage(image, 0, 0, image.width, cut, x, y + CAPTION, width, drawn);
  }
  fs.writeFileSync(path.join(folder, name), canvas.toBuffer('image/png'));
}
