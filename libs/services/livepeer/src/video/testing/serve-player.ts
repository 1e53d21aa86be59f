import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import ts from 'typescript';

const frontend = new URL('../../../../../../apps/frontend/', import.meta.url);
/** What the launch page attaches streams with, as it is. */
const attachStream = new URL('src/features/launch/media/attach-stream.ts', frontend);

const mediaTypes: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.mp4': 'video/mp4',
  '.m4s': 'video/iso.segment',
  '.m3u8': 'application/vnd.apple.mpegurl',
  '.vtt': 'text/vtt',
};

/** Tells what it saw in `seen`. Cues are counted as they are entered, so none is missed however fast it plays. */
const page = `<!doctype html><video width="640" muted playsinline>
  <track kind="captions" src="/video.vtt" default></video>
  <script type="importmap">{ "imports": { "hls.js": "/hls.mjs" } }</script>
  <script type="module">
    import { attachStream } from '/attach-stream.js';
    const video = document.querySelector('video');
    const canPlayType = video.canPlayType.bind(video);
    const happens = (name) => new Promise((resolve, reject) => {
      video.addEventListener(name, resolve, { once: true });
      video.addEventListener('error', () => reject(new Error(video.error.message)));
    });
    const watchCues = async () => {
      const [track] = video.textTracks;
      track.mode = 'showing';
      while (!track.cues?.length) await new Promise((resolve) => setTimeout(resolve, 50));
      const entered = new Set();
      for (const cue of track.cues) cue.addEventListener('enter', () => entered.add(cue.text));
      return { entered, all: track.cues };
    };
    const playToTheEnd = async () => {
      const { entered, all } = await watchCues();
      const ended = happens('ended');
      video.playbackRate = 6;
      // Pressed before the source is there, which sets it back once.
      video.play().catch(() => undefined);
      await ended;
      return {
        cues: [...entered], cueCount: all.length, at: video.currentTime, seconds: video.duration,
        size: [video.videoWidth, video.videoHeight], source: video.currentSrc,
        frames: video.getVideoPlaybackQuality().totalVideoFrames,
      };
    };
    window.playFile = () => {
      if (!canPlayType('video/mp4; codecs="avc1.64001f"')) return null;
      video.src = '/video.mp4';
      return playToTheEnd();
    };
    window.playStream = (isNative) => new Promise((resolve, reject) => {
      if (!canPlayType('video/mp4; codecs="avc1.64001f"')) { resolve(null); return; }
      if (isNative && !canPlayType('application/vnd.apple.mpegurl')) { resolve(null); return; }
      if (!isNative) video.canPlayType = () => '';
      attachStream(video, '/index.m3u8', () => reject(new Error('the stream failed')));
      happens('loadedmetadata').catch(() => undefined);
      playToTheEnd().then(resolve, reject);
    });
    window.isReady = true;
  </script>`;

export interface PlayerServer {
  address: string;
  /** Names that were asked for. */
  asked: string[];
  stop: () => Promise<void>;
}

/** A page with the player of the launch page over these files, on the loopback interface. */
export async function servePlayer(files: ReadonlyMap<string, Uint8Array>): Promise<PlayerServer> {
  const hls = createRequire(new URL('package.json', frontend)).resolve('hls.js');
  const source = await readFile(attachStream, 'utf8');
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const served = new Map<string, Uint8Array | string>([
    ...files,
    ['hls.mjs', await readFile(path.join(path.dirname(hls), 'hls.mjs'))],
    ['attach-stream.js', ts.transpileModule(source, { compilerOptions: options }).outputText],
  ]);
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const content = name === '' ? page : served.get(name);
    asked.push(name);
    if (content === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, { 'content-type': mediaTypes[path.extname(name)] ?? 'text/html' })
        .end(content);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`,
    asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
