import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type HostingPace, type HostingTask, hostVideo } from './host-video.js';
import { type HostingState } from './hosting-state.js';
import { LivepeerStudio } from './livepeer-studio.adapter.js';
import { FakeLivepeerStudio, fakeKey } from './testing/fake-livepeer-studio.js';

// Real: the SDK, tus-js-client and the reference server of tus. Fake: what Livepeer does with an uploaded file.

const file = randomBytes(3_000_000);
const pace: HostingPace = { pollMs: 5, timeLimitMs: 20_000, retryMs: 10, retries: 2 };

describe('hosting a video with Livepeer', () => {
  let fake: FakeLivepeerStudio;
  let baseUrl: string;
  let saved: HostingState[];

  beforeEach(async () => {
    fake = new FakeLivepeerStudio();
    baseUrl = await fake.start();
    saved = [];
  });
  afterEach(async () => {
    await fake.stop();
  });

  const studio = (apiKey = fakeKey): LivepeerStudio =>
    new LivepeerStudio({ apiKey, baseUrl, requestTimeoutMs: 5_000 });
  const task = (given: Partial<HostingTask> = {}): HostingTask => ({
    name: 'Slotwise',
    fileName: 'video.mp4',
    read: () => Promise.resolve(file),
    state: { phase: 'waiting' },
    save: (state) => {
      saved.push(state);
      return Promise.resolve();
    },
    isPlayable: (address) => address.startsWith(fake.origin),
    signal: new AbortController().signal,
    ...given,
  });
  const reasonOf = (state: HostingState): string => (state.phase === 'failed' ? state.reason : '');
  const uploads = (): string[] => fake.asked.filter((line) => line.startsWith('PATCH'));

  it('uploads it, waits until it is transcoded, and knows where its stream is', async () => {
    const state = await hostVideo(studio(), task(), pace);
    expect(state).toEqual({
      phase: 'ready',
      assetId: 'asset-1',
      playbackId: 'playback1',
      hlsUrl: `${fake.origin}/hls/playback1/index.m3u8`,
    });
    expect(saved.at(-1)).toEqual(state);
    expect(Buffer.compare(await fake.uploaded('asset-1'), file)).toBe(0);
    expect(fake.assets.get('asset-1')?.name).toBe('Slotwise');
  });

  it('goes on from the offset of the server when the connection breaks', async () => {
    fake.breakUploadAfter(1_000_000);
    const state = await hostVideo(studio(), task(), pace);
    expect(state.phase).toBe('ready');
    expect(Buffer.compare(await fake.uploaded('asset-1'), file)).toBe(0);
    // One asset and one upload, whose second part followed a question for the offset.
    expect(fake.asked.filter((line) => line.startsWith('POST'))).toHaveLength(2);
    expect(uploads()).toHaveLength(2);
    expect(fake.asked.filter((line) => line.startsWith('HEAD'))).toHaveLength(1);
  });

  it('goes on in another process from the state that the first one saved', async () => {
    fake.breakUploadAfter(1_000_000);
    const stop = new AbortController();
    const dying = task({
      signal: stop.signal,
      save: (state) => {
        saved.push(state);
        return Promise.resolve();
      },
    });
    // The second try of the upload is refused for long enough to end the first process.
    fake.refusals = [{ on: 'HEAD', status: 503, times: 100 }];
    const first = hostVideo(studio(), dying, { ...pace, retries: 1_000 });
    while (!fake.asked.some((line) => line.startsWith('HEAD')))
      await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort(new Error('shut down'));
    await expect(first).rejects.toThrow('shut down');
    const kept = saved.at(-1);
    expect(kept).toMatchObject({ phase: 'uploading', uploadUrl: expect.any(String) });

    fake.refusals = [];
    const state = await hostVideo(studio(), task({ state: kept as HostingState }), pace);
    expect(state).toMatchObject({ phase: 'ready', assetId: 'asset-1' });
    expect(Buffer.compare(await fake.uploaded('asset-1'), file)).toBe(0);
    expect(fake.asked.filter((line) => line.endsWith('request-upload'))).toHaveLength(1);
  });

  it('says why a video could not be transcoded', async () => {
    fake.phases = ['processing', 'failed'];
    const state = await hostVideo(studio(), task(), pace);
    expect(state).toEqual({
      phase: 'failed',
      assetId: 'asset-1',
      reason: 'Livepeer could not transcode the video: “Unsupported codec”.',
    });
  });

  it('gives up at once on a key that is not accepted', async () => {
    const state = await hostVideo(studio('wrong'), task(), pace);
    expect(reasonOf(state)).toContain('Livepeer did not accept the key');
    expect(reasonOf(state)).not.toContain('wrong');
    expect(fake.asked).toHaveLength(1);
  });

  it('gives up at once on what Livepeer no longer offers', async () => {
    fake.refusals = [{ on: 'POST /api/asset', status: 410, errors: ['This API was retired'] }];
    const state = await hostVideo(studio(), task(), pace);
    expect(reasonOf(state)).toBe(
      'Livepeer no longer offers this. It says: “This API was retired”.',
    );
    expect(fake.asked).toHaveLength(1);
  });

  it('tries again after the time that a 429 names', async () => {
    const headers = { 'retry-after': '0' };
    fake.refusals = [
      { on: 'POST /api/asset/request-upload', status: 429, headers },
      { on: 'PATCH', status: 429, headers },
    ];
    // Without the header the pause would be longer than all of the time there is.
    const state = await hostVideo(studio(), task(), { ...pace, retryMs: 60_000 });
    expect(state.phase).toBe('ready');
    expect(fake.asked.filter((line) => line.endsWith('request-upload'))).toHaveLength(2);
    expect(uploads()).toHaveLength(2);
  });

  it('does not wait for a time that lies beyond its own', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 86_400_000).toUTCString() };
    fake.refusals = [{ on: 'POST', status: 429, headers, times: 9 }];
    const state = await hostVideo(studio(), task(), pace);
    expect(reasonOf(state)).toContain('takes no more requests');
    expect(fake.asked).toHaveLength(1);
  });

  it('tries failures of the service again, but not for ever', async () => {
    fake.refusals = [{ on: 'GET /api/asset', status: 502, times: 2 }];
    expect((await hostVideo(studio(), task(), pace)).phase).toBe('ready');
    fake.refusals = [{ on: 'POST /api/asset/request-upload', status: 502, times: 100 }];
    const state = await hostVideo(studio(), task(), pace);
    expect(reasonOf(state)).toContain('has a failure of its own (502)');
    expect(fake.refusals[0]?.times).toBe(97);
  });

  it('says so when nobody answers', async () => {
    // A port that was free a moment ago.
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    baseUrl = `http://127.0.0.1:${String((gone.address() as AddressInfo).port)}/api`;
    gone.close();
    await once(gone, 'close');
    const state = await hostVideo(studio(), task(), pace);
    expect(reasonOf(state)).toBe('Livepeer does not answer.');
  });

  it('gives up on a service that takes too long', async () => {
    const asset = { assetId: 'asset-1', playbackId: 'playback1' };
    await hostVideo(studio(), task(), pace);
    fake.phases = ['processing'];
    const begun = task({ state: { phase: 'transcoding', ...asset } });
    const state = await hostVideo(studio(), begun, { ...pace, timeLimitMs: 300 });
    expect(state).toMatchObject({ phase: 'failed', assetId: 'asset-1' });
    expect(reasonOf(state)).toBe('Livepeer took longer than 0.005 minutes.');
  });

  it('stops when it is no longer wanted', async () => {
    fake.phases = ['processing'];
    const stop = new AbortController();
    const hosting = hostVideo(studio(), task({ signal: stop.signal }), pace);
    while (!saved.some(({ phase }) => phase === 'transcoding'))
      await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort(new Error('deleted'));
    await expect(hosting).rejects.toThrow('deleted');
  });

  it('offers no stream that pages here could not load', async () => {
    const state = await hostVideo(studio(), task({ isPlayable: () => false }), pace);
    expect(reasonOf(state)).toMatch(/may not load video from 127\.0\.0\.1:\d+\.$/u);
  });

  it('deletes what it left with the service, also when that is gone already', async () => {
    await hostVideo(studio(), task(), pace);
    const { signal } = new AbortController();
    await studio().remove('asset-1', signal);
    expect(fake.assets.size).toBe(0);
    await expect(studio().remove('asset-1', signal)).resolves.toBeUndefined();
  });
});
