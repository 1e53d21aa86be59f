import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { buildPalette } from '../../colour/build-palette.js';
import { schedulingSpec } from '../../fixtures/scheduling.fixture.js';
import { buildVideo, secondsOf } from '../build-video.js';
import { composeMusic } from '../music/compose-music.js';
import { measureLoudness, type Stereo } from '../music/measure-loudness.js';
import { mixVoice, voiceLoudness } from './mix-voice.js';
import { narrate } from './narrate.js';
import { Speech, speechRate } from './speech.adapter.js';
import { FakeSpeech, fakeSpeechKey } from './testing/fake-speech.js';

// Real: the SDK, the timing and the mix. Fake: the service, which hums.

// The SDK is large, and takes its time to load on a busy machine.
jest.setTimeout(60_000);

const script = buildVideo(schedulingSpec, buildPalette(schedulingSpec.brand));
const { signal } = new AbortController();

describe('the voice of a video', () => {
  let fake: FakeSpeech;
  let baseUrl: string;
  beforeEach(async () => {
    fake = new FakeSpeech();
    baseUrl = await fake.start();
  });
  afterEach(async () => {
    await fake.stop();
  });
  const speech = (apiKey = fakeSpeechKey): Speech =>
    new Speech({ apiKey, baseUrl, requestTimeoutMs: 30_000 });

  it('speaks each scene while it is shown, in a video of at most half a minute', async () => {
    const { script: spoken, lines, servedBy } = await narrate(script, speech(), signal);
    expect(servedBy.mode).toBe('live');
    expect(fake.asked.map(({ input }) => input)).toEqual(
      script.scenes.map(({ narration }) => narration),
    );
    expect(fake.asked[0]).toMatchObject({ model: 'gpt-4o-mini-tts', response_format: 'pcm' });
    expect(secondsOf(spoken)).toBeLessThanOrEqual(30);
    let start = 0;
    spoken.scenes.forEach(({ seconds }, index) => {
      const line = lines.find(({ at }) => at >= start && at < start + seconds);
      if (!line) throw new Error(`scene ${String(index)} says nothing`);
      expect(line.at + line.samples.length / speechRate).toBeLessThan(start + seconds);
      start += seconds;
    });
  });

  it('leaves to the captions what would make the video too long', async () => {
    fake.secondsPerCharacter = 0.12;
    const { script: spoken, lines, servedBy } = await narrate(script, speech(), signal);
    expect(lines.length).toBeLessThan(5);
    expect(secondsOf(spoken)).toBeLessThanOrEqual(30);
    expect(servedBy.reason).toMatch(/\d of its lines would have made the video too long/u);
  });

  it('plays music alone, and says why, without a key or with a wrong one', async () => {
    expect((await narrate(script, null, signal)).servedBy).toEqual({
      provider: 'embedded',
      mode: 'embedded',
      reason: 'Music was composed on this machine; no speech key is set for a voice.',
    });
    const refused = await narrate(script, speech('sk-wrong'), signal);
    expect(refused).toMatchObject({ script, lines: [], servedBy: { mode: 'embedded' } });
    expect(refused.servedBy.reason).toBe(
      'Music plays without a voice. The speech service did not accept the key.',
    );
  });

  it.each([
    [410, 'The speech service no longer offers this.'],
    [404, 'The speech service refused the request (404).'],
  ])('says what a %i means', async (status, sentence) => {
    fake.refusals = [{ status, times: 100 }];
    const { servedBy } = await narrate(script, speech(), signal);
    expect(servedBy.reason).toContain(`Music plays without a voice. ${sentence}`);
  });

  it('tries again what passes', async () => {
    fake.refusals = [{ status: 429, headers: { 'retry-after': '0' }, times: 1 }];
    expect((await narrate(script, speech(), signal)).lines).not.toHaveLength(0);
  });

  it('stops with the job that it is for', async () => {
    const stop = new AbortController();
    const speaking = narrate(script, speech(), stop.signal);
    stop.abort(new Error('cancelled'));
    await expect(speaking).rejects.toThrow('cancelled');
  });

  it('is heard over the music, which steps back, and never clips', () => {
    const music = composeMusic(script.music, 4, []);
    const before = { ...music, left: music.left.slice(), right: music.right.slice() };
    const samples = new Float32Array(speechRate);
    for (let index = 0; index < samples.length; index++)
      samples[index] = index % 109 < 54 ? 0.5 : -0.5;
    const mixed = mixVoice(music, [{ at: 1.5, samples }]);
    const part = ({ left, right, sampleRate }: Stereo, from: number, to: number): Stereo => ({
      sampleRate,
      left: left.slice(from * sampleRate, to * sampleRate),
      right: right.slice(from * sampleRate, to * sampleRate),
    });
    expect(measureLoudness(part(mixed, 1.6, 2.4))).toBeGreaterThan(voiceLoudness - 1);
    expect(measureLoudness(part(mixed, 1.6, 2.4))).toBeLessThan(voiceLoudness + 1.5);
    expect(part(mixed, 0, 1.2).left).toEqual(part(before, 0, 1.2).left);
    expect(part(mixed, 3, 4).left).toEqual(part(before, 3, 4).left);
    for (const channel of [mixed.left, mixed.right])
      expect(channel.every((value) => value <= 0.89 && value >= -0.89)).toBe(true);
  });
});
