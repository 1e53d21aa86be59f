import {
  AppError,
  type GeneratedFile,
  type LaunchKit,
  launchKitSchema,
  partOf,
  type ServedBy,
  type StepContext,
} from '@hatchr/contracts';
import { type StepModel } from '@hatchr/language-model';
import { Inject, Injectable } from '@nestjs/common';
import { buildPalette, type Palette } from './colour/build-palette.js';
import { withModelCopy, writeWithModel } from './copy/model/model-copywriter.js';
import { writeLaunchCopy } from './copy/write-copy.js';
import { buildDeck } from './deck/build-deck.js';
import { backdropPath } from './images/build-backdrop.js';
import { buildPosters } from './images/build-posters.js';
import { type Poster } from './images/poster.js';
import { logoSvg } from './images/logo-svg.js';
import { type LaunchKitInput } from './launch-kit-input.js';
import { LIVEPEER_CONFIG, type LivepeerConfig } from './livepeer.config.js';
import { LivepeerAi } from './pictures/livepeer-ai.adapter.js';
import { type Backdrop, drawnBackdrop, orderBackdrop } from './pictures/order-backdrop.js';
import { type RenderRequest, type RenderResult } from './rendering/render-request.js';
import { runRenderProcess } from './rendering/run-render-process.js';
import { cleanDeep } from './text/clean-text.js';
import { buildVideo } from './video/build-video.js';
import { makeVideo } from './video/make-video.js';

export interface MadeLaunchKit {
  kit: LaunchKit;
  files: GeneratedFile[];
}

/** Share of the work that deck and images are; the rest is the video's. */
const kitShare = 0.2;

const logoPath = 'launch/images/logo.svg';

@Injectable()
export class LivepeerService {
  private readonly gateway: LivepeerAi | null;

  constructor(@Inject(LIVEPEER_CONFIG) private readonly config: Required<LivepeerConfig>) {
    this.gateway = config.pictures && new LivepeerAi(config.pictures);
  }

  /**
   * The launch kit of a startup: deck, images, video, channel copy and plan, all files under `launch/`. Equal input
   * gives equal bytes. Where the video cannot be made the kit is complete without it, and `kit.video` says why. Where the drawing library cannot load, PPTX, logo and copy are still made; PDF, previews and
   * images are then left out (`deck.pdf` is null), which `kit.servedBy.reason` says. With a model, channel copy, headlines
   * and notes are its words as far as rules and facts allow; the reason says whose they are. Throws `launch_kit.failed`,
   * `step.timeout`, and on abort the signal's AppError or `job.cancelled`.
   */
  async makeLaunchKit(
    { model = null, ...input }: LaunchKitInput & { model?: StepModel | null },
    context: StepContext,
  ): Promise<MadeLaunchKit> {
    context.progress(0, 'Writing the launch copy');
    const clean = cleanDeep(input);
    // Cleaning may empty a name that was made of invisible characters only.
    if (clean.spec.name === '') clean.spec.name = clean.spec.slug;
    const written = model && (await writeWithModel(model, clean, context));
    const copy = writeLaunchCopy(clean, written?.channels);
    const palette = buildPalette(clean.spec.brand);
    const words = written?.slides ?? new Map();
    const slides = buildDeck({ ...clean, palette, channels: copy.mentions, words });
    const paths = deckPaths(clean.spec.slug, slides.length);
    const request = { title: clean.spec.name, language: clean.spec.language, slides, paths };
    const { backdrop, posters, rendered } = await this.drawKit(clean, palette, request, context);
    warnOf(rendered, context);
    const script = buildVideo(clean.spec, palette, clean.screenshots);
    const video = await makeVideo(
      script,
      clean.spec.language,
      this.config,
      partOf(context, kitShare, 1),
    );
    const made = new Set(rendered.files.map((file) => file.path));
    const kit = parseKit({
      deck: {
        slides: slides.map(({ title, notes }) => ({ title, notes })),
        pptx: paths.pptx,
        pdf: made.has(paths.pdf) ? paths.pdf : null,
        previews: paths.previews.filter((path) => made.has(path)),
      },
      images: [
        { path: logoPath, label: 'Logo', width: 512, height: 512 },
        ...posters
          .filter(({ path }) => made.has(path))
          .map((poster) => describeImage(poster, backdrop)),
      ],
      channels: copy.channels,
      searchPages: copy.searchPages,
      video: video.described,
      servedBy: withModelCopy(servedBy(rendered), written),
    });
    const logo = logoSvg(palette, clean.spec.name, clean.spec.brand.icon);
    const files = [
      ...rendered.files,
      ...video.files,
      { path: logoPath, content: logo },
      ...copy.files,
    ];
    context.progress(1, 'Launch kit ready');
    return { kit, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
  }

  /** Draws deck and images; a generated picture that cannot be decoded is left for the brand's own drawing. */
  private async drawKit(
    input: LaunchKitInput,
    palette: Palette,
    request: Omit<RenderRequest, 'canvasPackage' | 'posters'>,
    context: StepContext,
  ) {
    const draw = async (backdrop: Backdrop) => {
      const posters = buildPosters(input, palette, backdrop.picture);
      return { backdrop, posters, rendered: await this.render({ ...request, posters }, context) };
    };
    const backdrop = await orderBackdrop(this.gateway, input.spec, palette, context);
    try {
      return await draw(backdrop);
    } catch (error) {
      if (backdrop.picture === null || context.signal.aborted) throw error;
      const reason = 'Drawn from the brand instead: the generated picture could not be decoded.';
      context.log('warn', reason);
      return draw(drawnBackdrop(reason));
    }
  }

  private render(
    request: Omit<RenderRequest, 'canvasPackage'>,
    context: StepContext,
  ): Promise<RenderResult> {
    const { canvasPackage } = this.config;
    return runRenderProcess<RenderResult>(
      'rendering/render-kit.process.js',
      { ...request, canvasPackage },
      this.config,
      {
        signal: context.signal,
        progress: (fraction, substep) => {
          context.progress(fraction * kitShare, substep);
        },
      },
    );
  }
}

function deckPaths(slug: string, slides: number): RenderRequest['paths'] {
  return {
    pptx: `launch/deck/${slug}-deck.pptx`,
    pdf: `launch/deck/${slug}-deck.pdf`,
    previews: Array.from(
      { length: slides },
      (_, index) => `launch/deck/preview/slide-${String(index + 1).padStart(2, '0')}.png`,
    ),
  };
}

function describeImage(
  { path, label, width, height }: Poster,
  { servedBy: drawnBy }: Backdrop,
): LaunchKit['images'][number] {
  return { path, label, width, height, ...(path === backdropPath ? { servedBy: drawnBy } : {}) };
}

function warnOf({ imagesLeftOut, uncovered }: RenderResult, context: StepContext): void {
  if (imagesLeftOut !== null)
    context.log('warn', `Images, previews and the PDF are left out: ${imagesLeftOut}.`);
  if (uncovered.length > 0)
    context.log(
      'warn',
      `No bundled font draws ${uncovered.slice(0, 20).join(' ')}; images and PDF leave it out, the PPTX keeps it.`,
    );
}

function servedBy({ imagesLeftOut }: RenderResult): ServedBy {
  const reason =
    imagesLeftOut === null
      ? 'Deck, images and copy were made on this machine from the specification; no key is needed for that.'
      : `Deck and copy were made on this machine from the specification; images, previews and PDF are left out because ${imagesLeftOut}.`;
  return { provider: 'embedded', mode: 'embedded', reason };
}

function parseKit(kit: LaunchKit): LaunchKit {
  const parsed = launchKitSchema.safeParse(kit);
  if (!parsed.success) throw new AppError('launch_kit.failed', { cause: parsed.error });
  return parsed.data;
}
