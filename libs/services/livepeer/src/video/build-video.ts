import { type ProductSpec } from '@hatchr/contracts';
import { type Palette } from '../colour/build-palette.js';
import { type LaunchKitInput } from '../launch-kit-input.js';
import { callToActionScene } from './scenes/call-to-action.scene.js';
import { featuresScene } from './scenes/features.scene.js';
import { problemScene } from './scenes/problem.scene.js';
import { productScene } from './scenes/product.scene.js';
import { titleScene } from './scenes/title.scene.js';
import { lookOf } from './video-look.js';
import { type VideoScript } from './video-model.js';

/**
 * The launch video as data: five scenes of the specification, 23.6 to 27.6 seconds in all, with the app itself in the
 * product's scene where it was photographed.
 */
export function buildVideo(
  spec: ProductSpec,
  palette: Palette,
  screenshots?: LaunchKitInput['screenshots'],
): VideoScript {
  const look = lookOf(spec.brand);
  const context = { spec, palette, look, screenshots };
  return {
    title: spec.name,
    scenes: [
      titleScene(context),
      problemScene(context),
      productScene(context),
      featuresScene(context),
      callToActionScene(context),
    ],
    transition: look.transition,
    music: look.music,
    // All of the title is there, and the next scene has not begun.
    posterAt: 3,
  };
}

/** Length of a video in seconds. */
export function secondsOf({ scenes }: Pick<VideoScript, 'scenes'>): number {
  return scenes.reduce((sum, scene) => sum + scene.seconds, 0);
}
