/** Second halves of names by the kind of the product's feature: they say what it does with its subject. */
export const featureEndings: Readonly<Record<string, string>> = {
  allocation: 'share tray pool',
  anniversaries: 'candle bell ring',
  approval_rounds: 'stamp seal nod',
  attention_digest: 'lamp desk bell lantern',
  auction_bids: 'hammer floor paddle',
  budget_burn: 'jar pot nest',
  capacity: 'seat bench circle',
  care_rounds: 'round nook path',
  debt_payoff: 'step path ladder',
  dose_schedule: 'chime tray bell',
  due_reminders: 'bell chime line nudge note post',
  duplicate_check: 'sieve lens',
  expiry_watch: 'watch shelf guard keep',
  free_slots: 'slot book page dial desk',
  job_queue: 'queue row line',
  loan_returns: 'shelf shed loop',
  low_stock: 'shelf crate rack store',
  matching: 'match bridge meet swap',
  payout_split: 'share till rail',
  pick_list: 'pick cart aisle',
  pipeline_forecast: 'path lane bridge',
  price_compare: 'scale tag mark',
  progress: 'path step trail stone',
  quote_pricing: 'tally tag slate',
  range_watch: 'gauge level watch',
  rank_eligibility: 'step rank path',
  rating_summary: 'star score mark',
  related_notes: 'note thread leaf nook',
  renewals: 'ring seal wheel',
  route_order: 'route lane road',
  shift_coverage: 'crew rota roster',
  sla_clock: 'clock bench desk watch',
  spaced_repetition: 'deck recall card',
  species_list: 'spot trail find',
  split_balances: 'even tally share',
  stamp_card: 'stamp card punch',
  standings: 'table cup rank',
  stay_allocation: 'stay nook bay',
  streaks: 'streak stride step',
  survey_summary: 'voice poll chorus',
  time_billing: 'hour sheet clock',
  totals: 'tally count',
  trend: 'trail gauge book line',
  triage_score: 'sort sift lens',
  turn_rotation: 'turn wheel round',
  uptime: 'beat watch light',
  vote_ranking: 'voice poll chorus',
};

/** Second halves that suit any product: places and things that one keeps or finds something at. */
export const placeEndings =
  'nest stead yard loft nook well stone ford wick mill lane works bench house grove gate brook haven cove keep';

/** First halves for a sentence whose own words give none. */
export const plainRoots =
  'maple cedar amber lark north harbor willow hazel copper meadow birch slate pine silver dawn clover quartz cobalt linden plum sage robin';
