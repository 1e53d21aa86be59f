import type * as canvasPackage from '@napi-rs/canvas';

/** The native canvas, typed without loading it: it is imported in the rendering process only. */
export type CanvasPackage = typeof canvasPackage;
export type Context2D = canvasPackage.SKRSContext2D;
export type Canvas = canvasPackage.Canvas;
