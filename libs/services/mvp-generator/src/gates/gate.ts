import type { GeneratedFile, ProductSpec, StepContext } from '@hatchr/contracts';
import type { BuildSlot } from './build-slot.js';
import type { RunningApp } from './start-app.js';

/** What a gate looks at. `slot` and `kitFolder` are there for gates that need the shared dependencies. */
export interface GateInput {
  spec: ProductSpec;
  files: readonly GeneratedFile[];
  signal: StepContext['signal'];
  timeoutMs: number;
}

export interface SlotGateInput extends GateInput {
  slot: BuildSlot;
  kitFolder: string;
  /** Takes over the app that was started and passed; whoever gave it stops the app. */
  keep?: (app: RunningApp) => void;
}

export type GateVerdict = { passed: true; detail: string } | { passed: false; detail: string };

export const passed = (detail: string): GateVerdict => ({ passed: true, detail });
export const failed = (detail: string): GateVerdict => ({ passed: false, detail });

interface GateNames {
  name: string;
  label: string;
}
/** A gate that reads the files in memory. */
export interface FileGate extends GateNames {
  needsKit: false;
  run(input: GateInput): Promise<GateVerdict> | GateVerdict;
}
/** A gate that runs the app itself. */
export interface SlotGate extends GateNames {
  needsKit: true;
  /** What it usually takes: the gates with the longest way before them begin first, so that none is left alone. */
  seconds: number;
  /** Name of the gate that must have passed before, where it runs at all; others may run at the same time. */
  after?: string;
  /** The production build itself, or what looks at what it has built. */
  isOfBuild?: true;
  run(input: SlotGateInput): Promise<GateVerdict>;
}
export type Gate = FileGate | SlotGate;
