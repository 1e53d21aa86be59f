import { captureClip } from './capture-clip';
import { publishStream, receiveStream } from './connect-peer';
import { recordStream, type Recording } from './record-stream';

/** What a session asks of the instance. */
export interface RestyleCalls {
  start: (
    prompt: string,
    sdp: string,
  ) => Promise<{ sessionId: string; sdp: string; endsAt: string }>;
  watch: (sessionId: string, sdp: string) => Promise<string>;
  change: (sessionId: string, prompt: string) => Promise<unknown>;
  stop: (sessionId: string) => Promise<unknown>;
  /** Whether the error only says that nothing was drawn yet. */
  isTooEarly: (error: unknown) => boolean;
}

/** Times that the first redrawn picture is asked for, and the pause between them. */
const tries = 30;
const pauseMs = 2_000;

/** Whoever started the session has ended it before its first picture came. */
export class SessionEnded extends Error {}

/** One live session: the clip goes out, its redrawn pictures come back and are recorded. */
export class LiveSession {
  private readonly undo: (() => void)[] = [];
  private recording: Recording | null = null;
  private sessionId: string | null = null;
  private isOver = false;

  constructor(private readonly calls: RestyleCalls) {}

  /**
   * Resolves with the redrawn pictures and the time at which the session ends. Throws what a call throws, and
   * SessionEnded where `finish` was called meanwhile.
   */
  async start(
    clip: HTMLVideoElement,
    prompt: string,
    size: { width: number; height: number },
  ): Promise<{ stream: MediaStream; endsAt: string }> {
    try {
      await clip.play();
      const captured = captureClip(clip, size);
      this.undo.push(captured.stop);
      let endsAt = '';
      const outgoing = await publishStream(captured.stream, async (sdp) => {
        const started = await this.calls.start(prompt, sdp);
        ({ sessionId: this.sessionId, endsAt } = started);
        return started.sdp;
      });
      this.undo.push(() => {
        outgoing.close();
      });
      this.assertRuns();
      const { peer, stream } = await this.receive();
      this.undo.push(() => {
        peer.close();
      });
      this.assertRuns();
      this.recording = recordStream(stream);
      return { stream, endsAt };
    } catch (error) {
      const wasEnded = this.isOver;
      await this.finish();
      this.close();
      if (!wasEnded) throw error;
      // When it was ended there may have been no session to stop yet.
      await this.stopSession();
      throw new SessionEnded();
    }
  }

  async change(prompt: string): Promise<void> {
    if (this.sessionId && !this.isOver) await this.calls.change(this.sessionId, prompt);
  }

  /** Ends everything and gives what was recorded; null where nothing came. */
  async finish(): Promise<Blob | null> {
    if (this.isOver) return null;
    this.isOver = true;
    const kept = (await this.recording?.finish()) ?? null;
    this.close();
    await this.stopSession();
    return kept;
  }

  private assertRuns(): void {
    if (this.isOver) throw new SessionEnded();
  }

  private async stopSession(): Promise<void> {
    // The instance ends it by itself should this call get lost.
    if (this.sessionId) await this.calls.stop(this.sessionId).catch(() => undefined);
  }

  private close(): void {
    for (const undo of this.undo.splice(0)) undo();
  }

  private async receive(): ReturnType<typeof receiveStream> {
    for (let left = tries; ; left--) {
      try {
        return await receiveStream((sdp) => this.calls.watch(this.sessionId ?? '', sdp));
      } catch (error) {
        if (left <= 1 || this.isOver || !this.calls.isTooEarly(error)) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
