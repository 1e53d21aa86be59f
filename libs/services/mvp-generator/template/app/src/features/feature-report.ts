import type { Tone } from '@/components/ui/card';

/** What a feature found, ready to show. */
export interface FeatureReport {
  /** The answer in one sentence. */
  headline: string;
  facts: { label: string; value: string }[];
  rows: { id: string; title: string; detail: string; href?: string; tone?: Tone; badge?: string }[];
  /** Shown when there is no row. */
  empty: string;
}
