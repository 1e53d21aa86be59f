import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  AppError,
  type Decision,
  toPlanPreview,
  type GeneratedFile,
  type ProductSpec,
  type ServedBy,
  type StepContext,
  type VerificationReport,
} from '@hatchr/contracts';
import { runGates } from './gates/run-gates.js';
import type { RunningApp } from './gates/start-app.js';
import { MVP_GENERATOR_CONFIG, type MvpGeneratorConfig } from './mvp-generator.config.js';
import type { StepModel } from '@hatchr/language-model';
import { makePlan, type PlanRequest } from './model-planner/make-plan.js';
import { captureApp, noScreenshots, type CapturedScreenshots } from './screenshots/capture-app.js';
import { lockFolder } from './writer/static-files.js';
import type { FilledSlot } from './slots/code-slot.js';
import { fillSlots, type FilledSlots } from './slots/fill-slots.js';
import { writeApp } from './writer/write-app.js';

export interface MvpResult {
  spec: ProductSpec;
  files: GeneratedFile[];
  /** The pinned libraries that the app itself runs on. */
  stack: { name: string; version: string }[];
  verification: VerificationReport;
  screenshots: CapturedScreenshots;
  servedBy: ServedBy;
}

// Planning and writing take milliseconds, the gates the rest.
const writtenFraction = 0.05;
const capturingFraction = 0.95;
// Ten times what it takes on two shared processors; a browser that hangs costs a job no more than this.
const captureMs = 60_000;

function readStack(): MvpResult['stack'] {
  const { dependencies } = JSON.parse(readFileSync(join(lockFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.entries(dependencies).map(([name, version]) => ({ name, version }));
}

interface ProvenApp extends Pick<MvpResult, 'files' | 'verification' | 'screenshots'> {
  /** Whether no code of a model is in it. */
  isTemplated: boolean;
}

/** What is decided where the app passed its gates only without the code of the model. */
const templatedAgain = ({ decisions }: FilledSlots): Decision[] =>
  decisions.map((decision) =>
    decision.by === 'model'
      ? {
          ...decision,
          by: 'embedded',
          model: null,
          reason:
            'The templated version stands in. With the code of the model the app did not pass its gates.',
        }
      : decision,
  );

/** Who served the app, with the code that a model wrote into it. */
function withCode(
  servedBy: ServedBy,
  written: readonly FilledSlot[],
  model: StepModel | null,
): ServedBy {
  if (written.length === 0 || !model) return servedBy;
  const { provider, model: name } = model.describe('code');
  const parts = written.map(({ slot }) => slot.subject.toLowerCase()).join(', ');
  return {
    provider: servedBy.mode === 'live' ? servedBy.provider : `${provider} ${name}`,
    mode: 'live',
    reason: `${servedBy.reason.replace(', no model was called', '')} The model wrote: ${parts}.`,
  };
}

/** Makes a complete app from a sentence and proves it. */
@Injectable()
export class MvpGeneratorService {
  constructor(@Inject(MVP_GENERATOR_CONFIG) private readonly config: MvpGeneratorConfig) {}

  /**
   * Plans the product (with the model, where there is one) or takes the `spec` that is given; writes its app, runs the
   * gates and photographs the app that passed. Throws `job.cancelled` on abort and `verification.failed` (details: the
   * gate and the end of its output) when the app does not pass.
   */
  async generate(input: PlanRequest, context: StepContext): Promise<MvpResult> {
    context.progress(0, input.spec ? 'Taking the edited specification' : 'Planning the product');
    if (context.signal.aborted) throw new AppError('job.cancelled');
    const plan = await makePlan(input, context);
    const { spec } = plan;
    for (const decision of plan.decisions) context.decide?.(decision);
    context.plan?.(toPlanPreview(spec));
    context.log(
      'info',
      `${input.spec ? 'Given' : 'Planned'} ${spec.name}: ${spec.entities.map((entity) => entity.labelPlural).join(', ')}`,
      { feature: spec.feature.name },
    );
    const slots = await this.writeSlots(spec, plan.model, context);
    const proven = await this.prove(spec, slots.filled, context);
    for (const decision of proven.isTemplated ? templatedAgain(slots) : slots.decisions)
      context.decide?.(decision);
    const { files, verification, screenshots } = proven;
    const written = proven.isTemplated ? [] : slots.filled;
    const servedBy = withCode(plan.servedBy, written, plan.model);
    context.progress(1, 'The app is ready');
    return {
      spec,
      files,
      stack: readStack(),
      verification,
      screenshots,
      servedBy,
    };
  }

  /** The code that a model writes into the app; none without a model. */
  private async writeSlots(
    spec: ProductSpec,
    model: StepModel | null,
    context: StepContext,
  ): Promise<FilledSlots> {
    if (!model) return { filled: [], decisions: [] };
    context.progress(writtenFraction / 2, 'Writing the code that is special to this product');
    return fillSlots(spec, model, this.config, context);
  }

  /**
   * Writes the app and runs its gates; where code of a model is in it and it does not pass, once more without. Throws
   * `verification.failed` when the app of the templates does not pass.
   */
  private async prove(
    spec: ProductSpec,
    filled: readonly FilledSlot[],
    context: StepContext,
  ): Promise<ProvenApp> {
    const files = writeApp(spec, filled);
    context.log('info', `Wrote ${String(files.length)} files`);
    context.progress(writtenFraction, 'Writing the app');
    let screenshots = noScreenshots(this.whyNoScreenshots());
    const verification = await runGates(
      { spec, files, codeBy: filled.length > 0 ? 'model' : 'embedded' },
      this.config,
      context,
      writtenFraction,
      async (app) => {
        screenshots = await this.capture(app, spec, context);
      },
    );
    const failure = verification.gates.find((gate) => gate.outcome === 'failed');
    if (!failure) return { files, verification, screenshots, isTemplated: filled.length === 0 };
    if (filled.length > 0) {
      context.log(
        'warn',
        `With the code of the model the app fails at: ${failure.label}. It is built from the templates alone.`,
      );
      return this.prove(spec, [], context);
    }
    throw new AppError('verification.failed', {
      details: { gate: failure.name, label: failure.label, output: failure.detail },
    });
  }

  /** Why there are none, unless the app passes and is photographed. */
  private whyNoScreenshots(): string {
    if (this.config.screenshots === 'off') return 'Screenshots are switched off on this instance.';
    if (!this.config.browser) return 'No browser is installed on this instance.';
    return 'The app was not started here, so there was nothing to photograph.';
  }

  private async capture(
    app: RunningApp,
    spec: ProductSpec,
    context: StepContext,
  ): Promise<CapturedScreenshots> {
    const { browser } = this.config;
    if (this.config.screenshots === 'off' || !browser)
      return noScreenshots(this.whyNoScreenshots());
    context.progress(capturingFraction, 'Taking screenshots of the app');
    const started = performance.now();
    const { base } = app;
    const { signal } = context;
    const taken = await captureApp({ base, spec, browser, signal, timeoutMs: captureMs });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const count = `Took ${String(taken.images.length)} screenshots of the app in ${seconds} s`;
    context.log(taken.reason ? 'warn' : 'info', taken.reason ? `${count}. ${taken.reason}` : count);
    return taken;
  }
}
