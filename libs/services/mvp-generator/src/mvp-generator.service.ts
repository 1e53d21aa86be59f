import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import {
  AppError,
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
import { makePlan, type PlanRequest } from './model-planner/make-plan.js';
import { captureApp, noScreenshots, type CapturedScreenshots } from './screenshots/capture-app.js';
import { lockFolder } from './writer/static-files.js';
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
    const { spec, decisions, servedBy } = await makePlan(input, context);
    for (const decision of decisions) context.decide?.(decision);
    context.plan?.(toPlanPreview(spec));
    context.log(
      'info',
      `${input.spec ? 'Given' : 'Planned'} ${spec.name}: ${spec.entities.map((entity) => entity.labelPlural).join(', ')}`,
      { feature: spec.feature.name },
    );
    const files = writeApp(spec);
    context.log('info', `Wrote ${String(files.length)} files`);
    context.progress(writtenFraction, 'Writing the app');
    let screenshots = noScreenshots(this.whyNoScreenshots());
    const verification = await runGates(
      spec,
      files,
      this.config,
      context,
      writtenFraction,
      async (app) => {
        screenshots = await this.capture(app, spec, context);
      },
    );
    const failure = verification.gates.find((gate) => gate.outcome === 'failed');
    if (failure)
      throw new AppError('verification.failed', {
        details: { gate: failure.name, label: failure.label, output: failure.detail },
      });
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
