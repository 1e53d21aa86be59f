const hlsType = 'application/vnd.apple.mpegurl';

/**
 * Plays an HLS stream in a video element: by the browser itself where it can (Safari, recent Chromium), by hls.js
 * otherwise, which is only then loaded. Nothing of the stream is loaded before someone presses play, but its list.
 * Calls `onFail` once if it cannot be played. Returns how to stop.
 */
export function attachStream(video: HTMLVideoElement, url: string, onFail: () => void): () => void {
  let isOver = false;
  const stops: (() => void)[] = [];
  const stop = (): void => {
    isOver = true;
    for (const undo of stops.splice(0)) undo();
  };
  const fail = (): void => {
    if (isOver) return;
    stop();
    onFail();
  };
  if (video.canPlayType(hlsType) !== '') {
    video.addEventListener('error', fail);
    stops.push(() => {
      video.removeEventListener('error', fail);
    });
    video.src = url;
    return stop;
  }
  // Whoever presses play while hls.js is on its way must not have to press it again.
  let isPressed = false;
  let begin = (): void => {
    isPressed = true;
  };
  const onPlay = (): void => {
    begin();
  };
  video.addEventListener('play', onPlay);
  stops.push(() => {
    video.removeEventListener('play', onPlay);
  });
  import('hls.js').then(
    ({ default: Hls }) => {
      if (isOver) return;
      if (!Hls.isSupported()) {
        fail();
        return;
      }
      // Its worker would need an address of its own in the policy of the page; a clip of half a minute needs none.
      const hls = new Hls({
        enableWorker: false,
        autoStartLoad: false,
        capLevelToPlayerSize: true,
      });
      stops.push(() => {
        hls.destroy();
      });
      begin = () => {
        begin = () => undefined;
        hls.startLoad();
      };
      hls.once(Hls.Events.MEDIA_ATTACHED, () => {
        if (!isPressed) return;
        begin();
        // Attaching a source has paused it. A browser that refuses leaves it to be pressed again.
        video.play().catch(() => undefined);
      });
      hls.on(Hls.Events.ERROR, (_event, { fatal }) => {
        if (fatal) fail();
      });
      hls.loadSource(url);
      hls.attachMedia(video);
    },
    () => {
      fail();
    },
  );
  return stop;
}
