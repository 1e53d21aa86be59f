import {
  AppError,
  type GeneratedFile,
  type ProductSpec,
  type StepContext,
  type VerificationReport,
} from '@hatchr/contracts';
import type { MvpGeneratorConfig } from '../mvp-generator.config.js';
import { acquireSlot, fillSlot, type BuildSlot } from './build-slot.js';
import { canContain } from './contain-command.js';
import { ensureKit } from './ensure-kit.js';
import type { Gate, GateInput, GateVerdict, SlotGate, SlotGateInput } from './gate.js';
import { gateList } from './gate-list.js';

type GateReport = VerificationReport['gates'][number];

interface Run {
  config: MvpGeneratorConfig;
  context: StepContext;
  input: GateInput;
  /** Share of the whole work that is done before the gates begin. */
  startFraction: number;
}

const failedBefore = 'A gate before it failed.';

const skipped = ({ name, label }: Gate, reason: string): GateReport => ({
  name,
  label,
  outcome: 'skipped',
  durationMs: null,
  detail: reason,
});

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

// Two of them keep two processors busy; more would only take each other's memory.
const atOnce = 2;

/**
 * Runs gates that do not need each other at the same time; the reports come in the order of the gates. The first
 * failure ends and skips those that come after it, so that the outcome is the same as one after another.
 */
async function runTogether(
  gates: readonly SlotGate[],
  input: SlotGateInput,
  context: StepContext,
): Promise<GateReport[]> {
  const ends = gates.map(() => new AbortController());
  const reports: GateReport[] = gates.map((gate) => skipped(gate, failedBefore));
  const waiting = [...gates.entries()].sort(
    ([, a], [, b]) => (b.together ?? 0) - (a.together ?? 0),
  );
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [index, gate] = next;
      const end = ends[index] ?? new AbortController();
      const isEnded = (): boolean => end.signal.aborted;
      if (isEnded()) continue;
      const signal = AbortSignal.any([input.signal, end.signal]);
      try {
        const report = await runGate(gate, () => gate.run({ ...input, signal }), context);
        if (isEnded()) continue;
        reports[index] = report;
        if (report.outcome === 'failed') for (const later of ends.slice(index + 1)) later.abort();
      } catch (error) {
        if (input.signal.aborted || !isEnded()) {
          for (const other of ends) other.abort();
          throw error;
        }
      }
    }
  };
  const results = await Promise.allSettled(Array.from({ length: atOnce }, work));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  const at = reports.findIndex(({ outcome }) => outcome === 'failed');
  return reports.map((report, index) => {
    const gate = gates[index];
    return at >= 0 && index > at && gate ? skipped(gate, failedBefore) : report;
  });
}

async function runAll(
  run: Run,
  slot: BuildSlot | null,
  kitFolder: string,
  reason: string,
): Promise<GateReport[]> {
  const reports: GateReport[] = [];
  for (const [index, gate] of gateList.entries()) {
    run.input.signal.throwIfAborted();
    run.context.progress(
      run.startFraction + ((1 - run.startFraction) * index) / gateList.length,
      gate.label,
    );
    if (index < reports.length) continue;
    if (reports.some(({ outcome }) => outcome === 'failed'))
      reports.push(skipped(gate, failedBefore));
    else if (!gate.needsKit)
      reports.push(await runGate(gate, () => gate.run(run.input), run.context));
    else if (slot && gate.together !== undefined)
      reports.push(
        ...(await runTogether(
          gateList
            .slice(index)
            .filter((other) => other.needsKit && other.together !== undefined) as SlotGate[],
          { ...run.input, slot, kitFolder },
          run.context,
        )),
      );
    else if (slot)
      reports.push(
        await runGate(gate, () => gate.run({ ...run.input, slot, kitFolder }), run.context),
      );
    else {
      reports.push(skipped(gate, reason));
      run.context.log('warn', `${gate.label}: skipped. ${reason}`, {
        gate: gate.name,
        outcome: 'skipped',
      });
    }
  }
  return reports;
}

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
 * Proves an app: every gate in order, each reported live. Gates that need the shared dependencies are skipped
 * with the reason where those cannot be installed; after a failure the rest is skipped. Throws
 * `job.cancelled` on abort and leaves no process behind.
 */
export async function runGates(
  spec: ProductSpec,
  files: readonly GeneratedFile[],
  config: MvpGeneratorConfig,
  context: StepContext,
  startFraction: number,
): Promise<VerificationReport> {
  if (config.gates === 'off') {
    const reason = 'Verification is switched off on this instance.';
    return { outcome: 'skipped', reason, gates: gateList.map((gate) => skipped(gate, reason)) };
  }
  const { signal } = context;
  const run: Run = {
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
      slot = await acquireSlot(kit.folder, signal);
      await fillSlot(slot, files);
      if (!canContain())
        context.log(
          'info',
          'This system permits no namespaces: programs of the app run in process groups of their own.',
        );
    }
    return summarise(
      await runAll(run, slot, kit.status === 'ready' ? kit.folder : '', reason),
      reason,
    );
  } catch (error) {
    if (signal.aborted) throw new AppError('job.cancelled', { cause: error });
    throw error;
  } finally {
    await slot?.release();
  }
}
