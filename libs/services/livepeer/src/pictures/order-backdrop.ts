import { type ProductSpec, type ServedBy, type StepContext } from '@hatchr/contracts';
import { createHash } from 'node:crypto';
import { type Palette } from '../colour/build-palette.js';
import { LivepeerAi } from './livepeer-ai.adapter.js';
import { type Picture } from './read-png.js';

/** The picture behind the startup's pages and posts, null where the brand's own drawing stands in, and why. */
export interface Backdrop {
  picture: Picture | null;
  servedBy: ServedBy;
}

/** 16:9, in multiples of 64 as models want them. */
const size = { width: 1024, height: 576 } as const;

const moods: Record<ProductSpec['brand']['tone'], string> = {
  calm: 'calm, airy, soft light',
  bold: 'bold, high contrast, large shapes',
  playful: 'playful, rounded shapes, bright light',
  precise: 'precise, geometric, fine lines',
  warm: 'warm, natural textures, evening light',
};

const without = 'text, letters, numbers, watermark, logo, people, faces, hands, screens';

/** The brand's own drawing, with the reason why no picture was asked for or came. */
export const drawnBackdrop = (reason: string): Backdrop => ({
  picture: null,
  servedBy: { provider: 'embedded', mode: 'embedded', reason },
});

/**
 * Asks a gateway for the backdrop. It is told the category, the mood and the colours of the brand: neither the name
 * nor the sentence that the startup began with. A kit is complete without it, so every failure becomes a reason.
 */
export async function orderBackdrop(
  gateway: LivepeerAi | null,
  spec: ProductSpec,
  palette: Palette,
  context: StepContext,
): Promise<Backdrop> {
  if (!gateway)
    return drawnBackdrop('Drawn from the brand: no gateway for generated pictures is configured.');
  const prompt = `Abstract background illustration for ${spec.category}, ${moods[spec.brand.tone]}, in the colours ${palette.brand} and ${palette.soft}, wide, with free space in the middle`;
  try {
    const order = { prompt, without, ...size, seed: seedOf(spec.slug) };
    return {
      picture: await gateway.draw(order, context.signal),
      servedBy: {
        provider: 'Livepeer AI gateway',
        mode: 'live',
        reason: 'Drawn by a model of the configured gateway from category, mood and colours.',
      },
    };
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    context.log('warn', `The backdrop is drawn from the brand: ${reason}`);
    return drawnBackdrop(`Drawn from the brand instead. ${reason}`);
  }
}

/** The same startup orders the same picture. */
const seedOf = (slug: string): number =>
  createHash('sha256').update(slug).digest().readUInt32BE(0) >>> 1;
