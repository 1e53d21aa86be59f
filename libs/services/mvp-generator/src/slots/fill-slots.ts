import type { Decision, ProductSpec, StepContext } from '@hatchr/contracts';
import { AppError } from '@hatchr/contracts';
import type { StepModel } from '@hatchr/language-model';
import { acquireSlot, fillSlot } from '../gates/build-slot.js';
import { canContain } from '../gates/contain-command.js';
import { ensureKit } from '../gates/ensure-kit.js';
import { buildAppModel, type AppModel } from '../model/app-model.js';
import type { MvpGeneratorConfig } from '../mvp-generator.config.js';
import { writeApp } from '../writer/write-app.js';
import type { CodeSlot, FilledSlot } from './code-slot.js';
import { fillSlotCode } from './fill-slot-code.js';
import { prepareTryOut, proveSlot, type TryOut } from './prove-slot.js';
import { ruleSlot } from './rule-slot.js';
import { sectionSlot } from './section-slot.js';

export interface FilledSlots {
  filled: FilledSlot[];
  decisions: Decision[];
}

/** The slots of an app, in the order in which they are worth most. */
export function slotsOf(model: AppModel): CodeSlot[] {
  const entity = model.entities.find(({ spec }) => spec.name === model.spec.feature.entity);
  return [...(entity ? [ruleSlot(model, entity)] : []), sectionSlot(model)];
}

const leftAlone = (slots: readonly CodeSlot[], why: string): FilledSlots => ({
  filled: [],
  decisions: slots.map(({ subject }) => ({
    subject,
    by: 'embedded',
    model: null,
    reason: `The templated version stands in. ${why}`,
  })),
});

async function fillAll(
  spec: ProductSpec,
  slots: readonly CodeSlot[],
  model: StepModel,
  tryOut: TryOut,
  context: StepContext,
): Promise<FilledSlots> {
  const filled: FilledSlot[] = [];
  const decisions: Decision[] = [];
  for (const slot of slots) {
    // What a slot that came before left behind must not stand beside this one.
    await fillSlot(tryOut.build, [...writeApp(spec), ...slot.contract, slot.test]);
    await prepareTryOut(tryOut, slot);
    const prove = (source: string) => proveSlot(source, slot, tryOut);
    const outcome = await fillSlotCode(slot, model, prove, context);
    if (outcome.filled) filled.push(outcome.filled);
    decisions.push(outcome.decision);
  }
  return { filled, decisions };
}

/**
 * Lets a model write the code slots of an app. Code of a model is tried only where the system contains it, so without
 * namespaces or the shared dependencies the templated versions stand in. Throws `job.cancelled` on abort and leaves no
 * process behind.
 */
export async function fillSlots(
  spec: ProductSpec,
  model: StepModel,
  config: MvpGeneratorConfig,
  context: StepContext,
): Promise<FilledSlots> {
  const slots = slotsOf(buildAppModel(spec));
  if (config.gates === 'off')
    return leftAlone(slots, 'Verification is switched off, and unproven code is not taken.');
  if (!canContain())
    return leftAlone(slots, 'This system permits no namespaces to try the code of a model in.');
  const { signal } = context;
  const kit = await ensureKit(config.kitDir, {
    signal,
    timeoutMs: config.gateTimeoutMs,
    ...(config.npmCommand ? { npmCommand: config.npmCommand } : {}),
    ...(config.installEnvironment ? { environment: config.installEnvironment } : {}),
    log: (message) => {
      context.log('info', message);
    },
  });
  if (kit.status !== 'ready') return leftAlone(slots, kit.reason);
  const build = await acquireSlot(kit.folder, signal, config.privatePaths, 'model');
  try {
    return await fillAll(spec, slots, model, { build, kitFolder: kit.folder, signal }, context);
  } catch (error) {
    if (signal.aborted) throw new AppError('job.cancelled', { cause: error });
    throw error;
  } finally {
    await build.release();
  }
}
