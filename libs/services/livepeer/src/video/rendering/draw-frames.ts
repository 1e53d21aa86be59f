import { type Canvas, type Context2D } from '../../rendering/canvas-port.js';
import { type Transition, transitionSeconds, type VideoScript } from '../video-model.js';
import { transitionShare } from './motion.js';
import { changedRows, type Rows } from './changed-rows.js';
import {
  drawView,
  keyOf,
  type Pen,
  type StagedScene,
  stageScene,
  type View,
  viewAt,
} from './stage.js';

export interface FrameSource {
  /** Draws the frame of this second; gives the rows that differ from the one drawn before it, null where none do. */
  draw(time: number): Rows | null;
  canvas: Canvas;
}

interface Moment {
  index: number;
  /** Seconds since the scene began. */
  time: number;
}

/** The frames of a video of `width` by `height` pixels, drawn on one canvas. Only two scenes are kept at a time. */
export function frameSource(
  script: VideoScript,
  pen: Pen,
  [width, height]: readonly [number, number],
): FrameSource {
  const target = pen.canvas.createCanvas(width, height);
  const context = target.getContext('2d');
  const incoming = pen.canvas.createCanvas(width, height);
  const staged = new Map<number, StagedScene>();
  const stage = (index: number): StagedScene | undefined => {
    const scene = script.scenes[index];
    if (!scene) return undefined;
    const known = staged.get(index) ?? stageScene(pen, scene);
    staged.set(index, known);
    staged.delete(index - 2);
    return known;
  };
  let lastKey = '';
  /** What the canvas shows, where it shows one scene alone. */
  let shown: { index: number; view: View } | null = null;
  const whole: Rows = { top: 0, bottom: height };
  return {
    canvas: target,
    draw: (at) => {
      const { index, time } = momentOf(script, at);
      const current = stage(index);
      if (!current) return null;
      const view = viewAt(current, time);
      const before = time < transitionSeconds ? stage(index - 1) : undefined;
      const key = `${String(index)} ${before ? String(time) : ''} ${keyOf(view)}`;
      if (key === lastKey) return null;
      lastKey = key;
      const rows =
        before || shown?.index !== index
          ? whole
          : changedRows(shown.view, view, pen.pixelsPerInch, height);
      shown = before ? null : { index, view };
      if (!before) drawView(context, pen, current, view);
      else {
        drawView(context, pen, before, viewAt(before, before.scene.seconds));
        drawView(incoming.getContext('2d'), pen, current, view);
        giveWay(context, incoming, script.transition, transitionShare(time / transitionSeconds));
      }
      return rows;
    },
  };
}

function momentOf({ scenes }: VideoScript, at: number): Moment {
  let begin = 0;
  for (const [index, { seconds }] of scenes.entries()) {
    if (at < begin + seconds || index === scenes.length - 1) return { index, time: at - begin };
    begin += seconds;
  }
  return { index: 0, time: 0 };
}

/** Lays the incoming picture over the one on the context, as far as the transition has gone. */
function giveWay(
  context: Context2D,
  incoming: Canvas,
  transition: Transition,
  share: number,
): void {
  const { width, height } = incoming;
  context.save();
  context.globalAlpha = 1;
  if (transition === 'fade') context.globalAlpha = share;
  else if (transition === 'wipe') {
    context.beginPath();
    context.rect(0, 0, width * share, height);
    context.clip();
  } else if (transition === 'circle') {
    context.beginPath();
    context.arc(width / 2, height / 2, (Math.hypot(width, height) / 2) * share, 0, 2 * Math.PI);
    context.clip();
  }
  const left = transition === 'push' ? Math.round(width * (1 - share)) : 0;
  // The outgoing picture is pushed out, for which the canvas is moved over itself.
  if (transition === 'push') context.drawImage(context.canvas, left - width, 0);
  context.drawImage(incoming, left, 0);
  context.restore();
}
