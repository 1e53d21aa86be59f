import { AppError, silentStepContext } from '@hatchr/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildPalette } from '../colour/build-palette.js';
import { schedulingInput } from '../fixtures/scheduling.fixture.js';
import { greyPng } from '../fixtures/screenshots.fixture.js';
import { LivepeerAi, type PictureSettings } from './livepeer-ai.adapter.js';
import { orderBackdrop } from './order-backdrop.js';
import { FakeLivepeerAi, fakeGatewayKey } from './testing/fake-livepeer-ai.js';

// Real: the client. Fake: the gateway, on the loopback interface.

const order = { prompt: 'waves', without: 'text', width: 1024, height: 576, seed: 7 };
const { spec } = schedulingInput;

describe('Livepeer’s AI gateway', () => {
  let gateway: FakeLivepeerAi;
  let baseUrl: string;
  const clientOf = (changes: Partial<PictureSettings> = {}): LivepeerAi =>
    new LivepeerAi({ baseUrl, apiKey: fakeGatewayKey, ...changes });
  const draw = (client = clientOf(), signal = new AbortController().signal) =>
    client.draw(order, signal);

  beforeEach(async () => {
    gateway = new FakeLivepeerAi(greyPng(1024, 576, 120));
    baseUrl = await gateway.start();
  });
  afterEach(() => gateway.stop());

  it('orders a picture in the words of the API, and fetches it from where it is said to lie', async () => {
    const { source, pixels } = await draw();
    expect(pixels).toEqual({ width: 1024, height: 576 });
    expect(Buffer.from(source).equals(gateway.picture)).toBe(true);
    expect(gateway.orders).toEqual([
      expect.objectContaining({
        ...{ model_id: 'SG161222/RealVisXL_V4.0_Lightning', prompt: 'waves', seed: 7 },
        ...{ negative_prompt: 'text', width: 1024, height: 576, num_images_per_prompt: 1 },
      }),
    ]);
    expect(gateway.asked.map(({ line }) => line)).toEqual([
      'POST /text-to-image',
      'GET /stream/1/0.png',
    ]);
  });

  it('shows its key to nobody else who keeps the pictures', async () => {
    const other = new FakeLivepeerAi(gateway.picture);
    gateway.pictureBase = await other.start();
    try {
      await draw();
      expect(other.asked).toEqual([{ line: 'GET /stream/1/0.png', permission: undefined }]);
    } finally {
      await other.stop();
    }
  });

  it('names a key that is refused', async () => {
    await expect(draw(clientOf({ apiKey: 'wrong' }))).rejects.toMatchObject({
      code: 'provider.key_refused',
      message: expect.stringContaining('did not accept the key'),
    });
  });

  it('asks a gateway that no longer offers it never again', async () => {
    gateway.refusals = [{ status: 410, detail: { msg: 'batch AI was removed' } }];
    const client = clientOf();
    for (const _turn of [1, 2])
      await expect(draw(client)).rejects.toMatchObject({
        code: 'provider.gone',
        message: expect.stringContaining('batch AI was removed'),
      });
    expect(gateway.asked).toHaveLength(1);
  });

  it.each([
    [429, { 'retry-after': '0' }],
    [503, { 'retry-after': '0' }],
  ])('asks once more after the wait that an answer of %d names', async (status, headers) => {
    gateway.refusals = [{ status, headers }];
    await draw();
    expect(gateway.asked).toHaveLength(3);
  });

  it('does not wait as long as a busy gateway asks where that is too long', async () => {
    gateway.refusals = [{ status: 429, headers: { 'retry-after': '600' } }];
    await expect(draw()).rejects.toMatchObject({ code: 'provider.rate_limited' });
    expect(gateway.asked).toHaveLength(1);
  });

  it('gives up a gateway that does not answer in time', async () => {
    gateway.isSilent = true;
    await expect(draw(clientOf({ requestTimeoutMs: 50 }))).rejects.toMatchObject({
      code: 'provider.unavailable',
    });
  });

  it('stops with the step', async () => {
    gateway.isSilent = true;
    const controller = new AbortController();
    const drawn = draw(clientOf(), controller.signal);
    controller.abort(new AppError('job.cancelled'));
    await expect(drawn).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it.each([
    ['a page', () => (gateway.picture = Buffer.from('<html></html>'))],
    ['a picture larger than any of a kit', () => (gateway.picture = greyPng(5000, 1, 9))],
    ['a picture that it holds for unsafe', () => (gateway.isNsfw = true)],
    ['an address of another scheme', () => (gateway.pictureBase = 'file://')],
    ['a wrong field', () => (gateway.refusals = [{ status: 422, detail: [{ msg: 'too wide' }] }])],
  ])('refuses %s', async (_name, prepare) => {
    prepare();
    await expect(draw()).rejects.toMatchObject({ code: 'provider.rejected' });
  });

  describe('as the maker of the backdrop', () => {
    const orderFrom = (client: LivepeerAi | null) =>
      orderBackdrop(client, spec, buildPalette(spec.brand), silentStepContext());

    it('is told category, mood and colours, and neither name nor tagline', async () => {
      const { picture, servedBy } = await orderFrom(clientOf());
      expect(picture).not.toBeNull();
      expect(servedBy.mode).toBe('live');
      const sent = JSON.stringify(gateway.orders);
      expect(sent).toContain(spec.category);
      expect(sent).not.toContain(spec.name);
      expect(sent).not.toContain(spec.tagline);
    });

    it('is replaced by the brand’s own drawing, which says why', async () => {
      gateway.refusals = [{ status: 410 }];
      const { picture, servedBy } = await orderFrom(clientOf());
      expect(picture).toBeNull();
      expect(servedBy).toMatchObject({
        mode: 'embedded',
        reason: expect.stringContaining('no longer offers this'),
      });
      expect((await orderFrom(null)).servedBy.reason).toContain('no gateway');
    });
  });
});
