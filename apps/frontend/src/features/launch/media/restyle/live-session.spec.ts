import { beforeAll, describe, expect, it } from '@jest/globals';
import { LiveSession, SessionEnded, type RestyleCalls } from './live-session';

// Real: the session. Fake: what jsdom has not, playing, capturing and connecting.

class FakePeer extends EventTarget {
  readonly iceGatheringState = 'complete';
  readonly localDescription = { sdp: 'v=0' };
  addTransceiver = () => ({ receiver: { track: null } });
  setLocalDescription = () => Promise.resolve();
  setRemoteDescription = () => Promise.resolve();
  close = () => undefined;
}

function openSession(changes: Partial<RestyleCalls> = {}) {
  const stopped: string[] = [];
  const watched: string[] = [];
  const session = new LiveSession({
    start: () => Promise.resolve({ sessionId: 's1', sdp: 'v=0', endsAt: '2026-11-26T00:00:00Z' }),
    watch: (sessionId) => {
      watched.push(sessionId);
      return Promise.reject(new Error('nothing was drawn yet'));
    },
    change: () => Promise.resolve(),
    stop: (sessionId) => {
      stopped.push(sessionId);
      return Promise.resolve();
    },
    isTooEarly: () => false,
    ...changes,
  });
  const begin = () =>
    session.start(document.createElement('video'), 'in watercolour', { width: 64, height: 64 });
  return { session, begin, stopped, watched };
}

describe('a live session', () => {
  beforeAll(() => {
    HTMLMediaElement.prototype.play = () => Promise.resolve();
    HTMLCanvasElement.prototype.getContext = () => null;
    const stream = { getTracks: () => [], getVideoTracks: () => [] };
    Object.assign(HTMLCanvasElement.prototype, { captureStream: () => stream });
    Object.assign(globalThis, { RTCPeerConnection: FakePeer, MediaStream: EventTarget });
  });

  it('is stopped at the instance though it was cancelled before the instance had made it', async () => {
    let answer: (started: Awaited<ReturnType<RestyleCalls['start']>>) => void = () => undefined;
    let isAsked: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    const { session, begin, stopped, watched } = openSession({
      start: () => {
        isAsked();
        return new Promise((resolve) => (answer = resolve));
      },
    });
    const starting = begin();
    const ended = expect(starting).rejects.toBeInstanceOf(SessionEnded);
    await asked;
    await session.finish();
    expect(stopped).toEqual([]);
    answer({ sessionId: 's1', sdp: 'v=0', endsAt: '2026-11-26T00:00:00Z' });
    await ended;
    expect(stopped).toEqual(['s1']);
    expect(watched).toEqual([]);
  });

  it('says that it was ended, and not what then failed, to whoever cancels it', async () => {
    const { session, begin } = openSession({
      watch: async () => {
        await session.finish();
        throw new Error('the session has ended');
      },
    });
    await expect(begin()).rejects.toBeInstanceOf(SessionEnded);
  });

  it('throws what fails, and leaves no session behind', async () => {
    const { begin, stopped } = openSession();
    await expect(begin()).rejects.toThrow('nothing was drawn yet');
    expect(stopped).toEqual(['s1']);
  });
});
