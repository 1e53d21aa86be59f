import type { DiscoveryResult, ProductSpec } from '@hatchr/contracts';
import type { PromptReading } from '../planner/read-prompt.js';

/** What an answer is measured by and completed from. */
export interface DraftSource {
  /** The founder's sentence: the only source of prices, names and promises. */
  prompt: string;
  discovery: DiscoveryResult;
  /** The plan that was made without a model. */
  embedded: ProductSpec;
  /** What the sentence says: a name of its own, a price. */
  reading: PromptReading;
}
