const framesPerSecond = 30;

/**
 * A video's pictures as a live stream of the given size, cut to its shape. Through a canvas, since Safari cannot
 * capture a video element itself. Call `stop` to end it.
 */
export function captureClip(
  video: HTMLVideoElement,
  { width, height }: { width: number; height: number },
): { stream: MediaStream; stop: () => void } {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  const draw = (): void => {
    if (!context || video.videoWidth === 0) return;
    const scale = Math.max(width / video.videoWidth, height / video.videoHeight);
    const [w, h] = [video.videoWidth * scale, video.videoHeight * scale];
    context.drawImage(video, (width - w) / 2, (height - h) / 2, w, h);
  };
  const timer = setInterval(draw, 1000 / framesPerSecond);
  const stream = canvas.captureStream(framesPerSecond);
  const stop = (): void => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
  };
  return { stream, stop };
}
