/** WebM where the browser can write it, MP4 in Safari. */
const types = ['video/webm;codecs=vp9', 'video/webm', 'video/mp4'];

export interface Recording {
  /** Ends it and gives what was recorded; null where nothing came. */
  finish: () => Promise<Blob | null>;
}

/** Records a stream until it is told to stop. */
export function recordStream(stream: MediaStream): Recording {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const parts: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => {
    if (data.size > 0) parts.push(data);
  });
  const stopped = new Promise<void>((resolve) => {
    recorder.addEventListener('stop', () => {
      resolve();
    });
  });
  recorder.start(1_000);
  return {
    finish: async () => {
      if (recorder.state !== 'inactive') recorder.stop();
      await stopped;
      return parts.length > 0 ? new Blob(parts, { type: recorder.mimeType }) : null;
    },
  };
}
