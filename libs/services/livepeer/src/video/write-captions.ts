import { type Scene } from './video-model.js';

/**
 * The captions as WebVTT (https://www.w3.org/TR/webvtt1/): what each scene says, its sentences one after another, up to
 * the end of the video.
 */
export function writeCaptions(scenes: readonly Scene[], videoSeconds: number): string {
  const cues: string[] = [];
  let start = 0;
  for (const { seconds, captions } of scenes) {
    const length = captions.reduce((sum, caption) => sum + caption.length, 0);
    let from = start;
    for (const caption of captions) {
      const to = from + (seconds * caption.length) / length;
      if (from >= videoSeconds) break;
      cues.push(
        `${timestamp(from)} --> ${timestamp(Math.min(to, videoSeconds))}\n${escapeCue(caption)}`,
      );
      from = to;
    }
    start += seconds;
  }
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function timestamp(seconds: number): string {
  const thousandths = Math.round(seconds * 1000);
  const minutes = Math.floor(thousandths / 60_000);
  const rest = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, '0');
  return `${String(minutes).padStart(2, '0')}:${rest}`;
}

/** With every `>` escaped, no text can hold the arrow that would begin a new cue. */
function escapeCue(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
