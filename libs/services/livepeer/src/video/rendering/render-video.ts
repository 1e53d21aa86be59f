import { setImmediate as turn } from 'node:timers/promises';
import { slideSize } from '../../deck/slide-model.js';
import { type Canvas, type CanvasPackage } from '../../rendering/canvas-port.js';
import { loadFonts } from '../../rendering/load-fonts.js';
import { loadImages } from '../../rendering/load-images.js';
import { type RenderedFile } from '../../rendering/render-request.js';
import { composeMusic } from '../music/compose-music.js';
import { mixVoice } from '../speech/mix-voice.js';
import { type VideoScript } from '../video-model.js';
import { type CodecPackage, loadCodec } from './codec-port.js';
import { type Container, ContainerWriter, framesPerSecond } from './container-writer.js';
import { type Rows } from './changed-rows.js';
import { frameSource } from './draw-frames.js';
import { PictureReader, type Size } from './picture-reader.js';
import { type VideoDone, type VideoRequest } from './video-request.js';

type Report = (fraction: number, substep: string) => void;

/** Frames between two collections of young garbage. Each frame leaves its pixels behind: 300 MB rather than 490 at 720p. */
const collectEvery = 10;

/** WebM is for the few players without the codecs of the MP4: more than this would double its time. */
const highestWebm = 720;

/** Renders the video of a request. Where canvas or codec cannot load, nothing is made and the reason is told. */
export async function renderVideo(request: VideoRequest, report: Report): Promise<VideoDone> {
  let canvas: CanvasPackage;
  let codec: CodecPackage;
  try {
    canvas = (await import(request.canvasPackage)) as CanvasPackage;
    codec = loadCodec(request.codecPackages);
  } catch (error) {
    const said = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
    return { type: 'done', files: null, reason: `no video codec could be loaded (${said})` };
  }
  const { script, paths, seconds } = request;
  const size = sizeOf(request.height);
  report(0, 'Composing the music');
  const music = mixVoice(composeMusic(script.music, seconds, cutsOf(script)), request.lines);
  const open = async (path: string, container: Container, target: Size) => ({
    path,
    writer: await ContainerWriter.open(codec, container, target, music, script.title),
    reader: new PictureReader(canvas, target),
  });
  const outputs = [await open(paths.mp4, 'mp4', size)];
  if (paths.webm !== null) {
    const webmSize = sizeOf(Math.min(request.height, highestWebm));
    outputs.push(await open(paths.webm, 'webm', webmSize));
  }
  const poster = await drawAll(canvas, request, size, report, async (picture, rows) => {
    for (const { writer, reader } of outputs)
      await writer.addFrame(rows ? reader.read(picture, rows) : reader.last);
  });
  report(0.97, 'Writing the video');
  const files: RenderedFile[] = [{ path: paths.poster, content: poster }];
  for (const { path, writer } of outputs) files.push({ path, content: await writer.close() });
  return { type: 'done', files, seconds, peakMemoryMb: process.resourceUsage().maxRSS / 1024 };
}

/** Draws every frame in order and hands it on with the rows that differ from the last. Gives the still picture as PNG. */
async function drawAll(
  canvas: CanvasPackage,
  { script, language, seconds, memoryLimitMb }: VideoRequest,
  [width, height]: Size,
  report: Report,
  take: (picture: Canvas, rows: Rows | null) => Promise<void>,
): Promise<Uint8Array> {
  const fonts = loadFonts(canvas, textsOf(script), language);
  const images = await loadImages(
    canvas,
    script.scenes.flatMap(({ layers }) => layers),
  );
  const pen = { canvas, fonts, images, pixelsPerInch: width / slideSize.width };
  const source = frameSource(script, pen, [width, height]);
  const count = Math.round(seconds * framesPerSecond);
  const posterFrame = Math.min(count - 1, Math.round(script.posterAt * framesPerSecond));
  let poster = new Uint8Array();
  for (let index = 0; index < count; index++) {
    const rows = source.draw(index / framesPerSecond);
    if (index === posterFrame) poster = new Uint8Array(source.canvas.toBuffer('image/png'));
    await take(source.canvas, rows);
    // What native code has let go of is given back between two turns of the event loop only.
    await turn();
    if (index % collectEvery === 0) globalThis.gc?.({ type: 'minor' });
    if (index % 15 !== 0) continue;
    report(
      0.05 + (0.9 * index) / count,
      `Drawing second ${String(Math.floor(index / framesPerSecond))}`,
    );
    if (process.memoryUsage.rss() > memoryLimitMb * 1024 ** 2)
      throw new Error(`The video needs more than ${String(memoryLimitMb)} MB.`);
  }
  return poster;
}

function sizeOf(height: number): Size {
  return [Math.round((height * 16) / 9), height];
}

function* textsOf({ scenes }: VideoScript): Generator<string> {
  for (const { layers } of scenes)
    for (const { elements } of layers)
      for (const element of elements) if (element.kind === 'text') yield element.text;
}

function cutsOf({ scenes }: VideoScript): number[] {
  let at = 0;
  return scenes.slice(0, -1).map(({ seconds }) => (at += seconds));
}
