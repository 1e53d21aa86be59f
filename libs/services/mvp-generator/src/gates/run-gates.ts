import {
  AppError,
  type Decision,
  type GeneratedFile,
  type ProductSpec,
  type StepContext,
  type VerificationReport,
} from '@hatchr/contracts';
import type { MvpGeneratorConfig } from '../mvp-generator.config.js';
import { acquireSlot, fillSlot, type BuildSlot } from './build-slot.js';
import { canContain } from './contain-command.js';
import { ensureKit } from './ensure-kit.js';
import type { Gate, GateInput, GateVerdict, SlotGate } from './gate.js';
import { gateList } from './gate-list.js';
import { failedBefore, runTogether, skipped, type GateReport } from './run-together.js';
import type { RunningApp } from './start-app.js';

export interface AppToProve {
  spec: ProductSpec;
  files: readonly GeneratedFile[];
  /** `model` as soon as any of its code is from one. */
  codeBy: Decision['by'];
}

interface Run {
  /** Apps that passed and still run. */
  kept: RunningApp[];
  config: MvpGeneratorConfig;
  context: StepContext;
  input: GateInput;
  /** Share of the whole work that is done before the gates begin. */
  startFraction: number;
}

const endOf = (text: string): string => (text.length > 4000 ? `…${text.slice(-4000)}` : text);

async function runGate(
  gate: Gate,
  run: () => Promise<GateVerdict> | GateVerdict,
  context: StepContext,
): Promise<GateReport> {
  const started = performance.now();
  const verdict = await run();
  const durationMs = Math.round(performance.now() - started);
  const outcome = verdict.passed ? 'passed' : 'failed';
  context.log(
    verdict.passed ? 'info' : 'error',
    `${gate.label}: ${outcome} in ${(durationMs / 1000).toFixed(1)} s`,
    { gate: gate.name, outcome, durationMs },
  );
  return { name: gate.name, label: gate.label, outcome, durationMs, detail: endOf(verdict.detail) };
}

async function runSlotGates(run: Run, slot: BuildSlot, kitFolder: string): Promise<GateReport[]> {
  const all = gateList.filter((gate): gate is SlotGate => gate.needsKit);
  const gates = all.filter((gate) => run.config.gates === 'full' || !gate.isOfBuild);
  let begun = gateList.length - gates.length;
  const reports = await runTogether(gates, run.input.signal, async (gate, signal) => {
    tellProgress(run, begun, gate);
    begun += 1;
    const keep = (app: RunningApp): void => void run.kept.push(app);
    const input = { ...run.input, slot, kitFolder, signal, keep };
    return runGate(gate, () => gate.run(input), run.context);
  });
  const left = all.filter((gate) => !gates.includes(gate));
  return [...reports, ...left.map((gate) => skipped(gate, 'The production build was left out.'))];
}

function tellProgress({ context, startFraction }: Run, done: number, { label }: Gate): void {
  context.progress(startFraction + ((1 - startFraction) * done) / gateList.length, label);
}

async function runAll(
  run: Run,
  slot: BuildSlot | null,
  kitFolder: string,
  reason: string,
): Promise<GateReport[]> {
  const reports: GateReport[] = [];
  for (const [index, gate] of gateList.filter(({ needsKit }) => !needsKit).entries()) {
    if (gate.needsKit) continue;
    run.input.signal.throwIfAborted();
    tellProgress(run, index, gate);
    reports.push(
      hasFailed(reports)
        ? skipped(gate, failedBefore)
        : await runGate(gate, () => gate.run(run.input), run.context),
    );
  }
  if (slot && !hasFailed(reports))
    return [...reports, ...(await runSlotGates(run, slot, kitFolder))];
  for (const gate of gateList.filter(({ needsKit }) => needsKit)) {
    const why = hasFailed(reports) ? failedBefore : reason;
    reports.push(skipped(gate, why));
    run.context.log('warn', `${gate.label}: skipped. ${why}`, {
      gate: gate.name,
      outcome: 'skipped',
    });
  }
  return reports;
}

const hasFailed = (reports: readonly GateReport[]): boolean =>
  reports.some(({ outcome }) => outcome === 'failed');

function summarise(gates: GateReport[], reason: string): VerificationReport {
  const failure = gates.find(({ outcome }) => outcome === 'failed');
  if (failure) return { outcome: 'failed', reason: `Failed at: ${failure.label}.`, gates };
  if (gates.some(({ outcome }) => outcome === 'skipped'))
    return { outcome: 'skipped', reason, gates };
  return {
    outcome: 'passed',
    reason:
      'Type-checked, tested with row level security, built for production, started and visited page by page.',
    gates,
  };
}

/**
 * Proves an app: the gates that read files, then those that run it side by side, each reported live. Gates that need
 * the shared dependencies are skipped with the reason where those cannot be installed; after a failure the rest is
 * skipped. An app that passed all is given to `use` while it still runs. Throws `job.cancelled` on abort and leaves no
 * process behind.
 */
export async function runGates(
  { spec, files, codeBy }: AppToProve,
  config: MvpGeneratorConfig,
  context: StepContext,
  startFraction: number,
  use?: (app: RunningApp) => Promise<void>,
): Promise<VerificationReport> {
  if (config.gates === 'off') {
    const reason = 'Verification is switched off on this instance.';
    return { outcome: 'skipped', reason, gates: gateList.map((gate) => skipped(gate, reason)) };
  }
  const { signal } = context;
  const run: Run = {
    kept: [],
    config,
    context,
    startFraction,
    input: { spec, files, signal, timeoutMs: config.gateTimeoutMs },
  };
  let slot: BuildSlot | null = null;
  try {
    const kit = await ensureKit(config.kitDir, {
      signal,
      timeoutMs: config.gateTimeoutMs,
      ...(config.npmCommand ? { npmCommand: config.npmCommand } : {}),
      ...(config.installEnvironment ? { environment: config.installEnvironment } : {}),
      log: (message) => {
        context.log('info', message);
      },
    });
    const reason = kit.status === 'unavailable' ? kit.reason : '';
    if (kit.status === 'ready') {
      slot = await acquireSlot(kit.folder, signal, config.privatePaths, codeBy);
      await fillSlot(slot, files);
      if (!canContain())
        context.log(
          'info',
          'This system permits no namespaces: programs of the app run in process groups of their own.',
        );
    }
    const folder = kit.status === 'ready' ? kit.folder : '';
    const report = summarise(await runAll(run, slot, folder, reason), reason);
    const [app] = run.kept;
    if (report.outcome === 'passed' && app) await use?.(app);
    return report;
  } catch (error) {
    if (signal.aborted) throw new AppError('job.cancelled', { cause: error });
    throw error;
  } finally {
    await Promise.all(run.kept.map((app) => app.stop()));
    await slot?.release();
  }
}
