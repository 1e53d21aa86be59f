import type { Tone } from '@/components/ui/card';

/** Something that a person can do about a row, answered by `FeatureReport.run`. */
export interface FeatureAction {
  name: string;
  label: string;
  /** Whole numbers to type before it runs. */
  inputs?: { name: string; label: string }[];
}

export interface FeatureRow {
  id: string;
  title: string;
  /** Why it is in the list. */
  detail: string;
  href?: string;
  tone?: Tone;
  badge?: string;
  /** Shown when a person asks for it, for example the answer of a card. */
  reveal?: { label: string; text: string };
  actions?: FeatureAction[];
}

export interface FeatureChart {
  title: string;
  kind: 'bars' | 'line';
  /** `text` is the value as a person reads it. */
  points: { label: string; value: number; text: string }[];
}

export interface FeatureTable {
  title: string;
  /** The first column names the row; the others hold figures. */
  columns: string[];
  rows: { id: string; cells: string[]; href?: string }[];
}

/** What a feature found, ready to show. */
export interface FeatureReport {
  /** The answer in one sentence. */
  headline: string;
  facts: { label: string; value: string }[];
  rows: FeatureRow[];
  chart?: FeatureChart;
  table?: FeatureTable;
  /** Shown when there is no row. */
  empty: string;
  /** Server action behind the rows' actions. */
  run?: (action: string, id: string, form: FormData) => Promise<void>;
}
