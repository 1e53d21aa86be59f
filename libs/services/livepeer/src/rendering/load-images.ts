import { type Image } from '@napi-rs/canvas';
import { type SlideElement } from '../deck/slide-model.js';
import { type CanvasPackage } from './canvas-port.js';

/** Decoded images by their source. */
export type LoadedImages = ReadonlyMap<Uint8Array, Image>;

/** Decodes every image that the pictures hold, each once. Throws where one cannot be decoded. */
export async function loadImages(
  canvas: CanvasPackage,
  pictures: readonly { elements: readonly SlideElement[] }[],
): Promise<LoadedImages> {
  const sources = new Set<Uint8Array>();
  for (const { elements } of pictures)
    for (const element of elements) if (element.kind === 'image') sources.add(element.source);
  const loaded = new Map<Uint8Array, Image>();
  for (const source of sources) loaded.set(source, await canvas.loadImage(source));
  return loaded;
}
