import type { GeneratedFile } from '@hatchr/contracts';
import type { AppModel } from '../model/app-model.js';
import {
  lowStock,
  matching,
  ratingSummary,
  renewals,
  splitBalances,
  totals,
  voteRanking,
} from './amount-features.js';
import { attentionDigest, dueReminders, freeSlots } from './date-features.js';
import { capacity, progress, streaks, trend, uptime } from './group-features.js';
import {
  budgetBurn,
  pipelineForecast,
  priceCompare,
  quotePricing,
  timeBilling,
  allocation,
} from './money-features.js';
import {
  duplicateCheck,
  shiftCoverage,
  standings,
  surveySummary,
  turnRotation,
} from './people-features.js';
import {
  doseSchedule,
  expiryWatch,
  loanReturns,
  slaClock,
  spacedRepetition,
} from './schedule-features.js';
import {
  anniversaries,
  careRounds,
  debtPayoff,
  jobQueue,
  routeOrder,
  stayAllocation,
} from './plan-features.js';
import {
  approvalRounds,
  rangeWatch,
  rankEligibility,
  relatedNotes,
  speciesList,
  triageScore,
} from './record-features.js';
import { auctionBids, payoutSplit, pickList, stampCard } from './sale-features.js';
import type { FeatureBinding, FeatureModule } from './feature-binding.js';

/** Every feature that the writer can build, by its kind in `ProductSpec.feature`. */
export const featureLibrary: readonly FeatureModule[] = [
  allocation,
  attentionDigest,
  capacity,
  dueReminders,
  freeSlots,
  lowStock,
  matching,
  progress,
  ratingSummary,
  renewals,
  splitBalances,
  streaks,
  totals,
  trend,
  uptime,
  voteRanking,
  budgetBurn,
  doseSchedule,
  duplicateCheck,
  expiryWatch,
  loanReturns,
  pipelineForecast,
  priceCompare,
  quotePricing,
  shiftCoverage,
  slaClock,
  spacedRepetition,
  standings,
  surveySummary,
  timeBilling,
  turnRotation,
  anniversaries,
  approvalRounds,
  auctionBids,
  careRounds,
  debtPayoff,
  jobQueue,
  payoutSplit,
  pickList,
  rangeWatch,
  rankEligibility,
  relatedNotes,
  routeOrder,
  speciesList,
  stampCard,
  stayAllocation,
  triageScore,
];

export interface ChosenFeature {
  feature: FeatureModule;
  binding: FeatureBinding;
  /** Its rule and test where they are not those of the template. */
  files?: readonly GeneratedFile[];
}

/**
 * The feature that the spec names, bound to its entity. A kind that is not built, or an entity without the
 * fields it needs, gets the digest of what needs attention: it works on every entity and says what it does.
 */
export function chooseFeature(model: AppModel): ChosenFeature {
  const { spec } = model;
  const entity = model.entities.find((candidate) => candidate.spec.name === spec.feature.entity);
  if (!entity) throw new Error('A valid spec names an entity for its feature.');
  const wanted = featureLibrary.find((candidate) => candidate.kind === spec.feature.kind);
  const binding = wanted?.bind(entity, model);
  if (wanted && binding) return { feature: wanted, binding };
  const digest = attentionDigest.bind(entity, model);
  if (!digest) throw new Error('The digest binds to every entity.');
  return { feature: attentionDigest, binding: digest };
}
