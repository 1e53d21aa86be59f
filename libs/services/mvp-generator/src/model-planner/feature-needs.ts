/**
 * What each kind of feature does and which fields it needs, in words for a model. `own` is the entity that the feature
 * names; a test binds every kind to what its line says and holds the kinds to the library.
 */
export const featureNeeds = {
  allocation: 'how far goals are filled; own: money or integer target, and another of that type',
  anniversaries: 'who has a birthday or anniversary soon; own: a date of birth or of beginning',
  approval_rounds: 'where reviews stand; own: a status and a relation to what is reviewed',
  attention_digest: 'what is late, near or forgotten; works on every entity',
  auction_bids: 'highest bids; own: money amount and a relation to the lot',
  budget_burn: 'spending against budgets; own: money amount, required date, category',
  capacity: 'places left; own: integer capacity, and another entity that points at it',
  care_rounds: 'what is to be cared for again; own: integer of days between, date it was last done',
  debt_payoff:
    'when debts are paid off; own: money balance, decimal yearly rate, money minimum payment',
  dose_schedule: 'what is to be taken today; own: time of day, relation to whom it is given to',
  due_reminders: 'what is due and what to write; own: a due date and a status',
  duplicate_check: 'rows that look the same; works on every entity',
  expiry_watch: 'what runs out soon; own: a date it expires on',
  free_slots: 'free times and clashes; own: required datetime, duration',
  job_queue: 'order of the work; own: a status, a duration and a priority',
  loan_returns:
    'what is lent and late; own: due date, optional date of return, relation to the thing',
  low_stock: 'what to order again; own: integer quantity and integer reorder level',
  matching:
    'who suits whom; own: a text of what is looked for, and a second entity with such a text',
  payout_split: 'who is paid what; own: money price and a relation to a person with a share',
  pick_list: 'what to take from where; own: integer quantity and a relation to a product',
  pipeline_forecast: 'what will come in; own: money amount and a stage of choices',
  price_compare: 'cheapest offers; own: money price, relation to a supplier, a text for the item',
  progress: 'how much is done; own: a boolean or status, and a relation to what it is a part of',
  quote_pricing: 'totals of quotes; own: money unit price and an integer quantity',
  range_watch: 'values out of range; own: decimal value, date, relation to what has the bounds',
  rank_eligibility: 'who may be graded; own: relation to a rank, date of the last grading',
  rating_summary: 'what is rated how; own: a rating',
  related_notes: 'which texts belong together; own: a long text',
  renewals: 'what renews when and costs what; own: money price and a date it renews on',
  route_order: 'order of stops; own: integer position, times, a relation to the round',
  shift_coverage: 'which shifts nobody has; own: datetime, optional relation to a person',
  sla_clock: 'what must be answered first; own: datetime received, priority and status',
  spaced_repetition: 'what to learn today; own: date due and integer interval in days',
  species_list: 'first and most seen; own: text for the species and a date it was seen on',
  split_balances: 'who owes whom; own: money amount and a relation to who paid',
  stamp_card: 'full cards; own: integer stamps and a relation to a programme',
  standings: 'the table of a league; own: two relations to the team and two integer scores',
  stay_allocation: 'free places for stays; own: two dates and a relation to the place',
  streaks: 'days in a row; own: a date it was done on, relation to the habit',
  survey_summary: 'answers summed up; own: a choice that was answered',
  time_billing:
    'hours and what they are worth; own: required date, duration, relation to the client',
  totals: 'sums by status; own: money amount and a status',
  trend: 'where values stand and go; own: decimal value and a datetime',
  triage_score: 'what to look at first; own: a long text and a status',
  turn_rotation: 'whose turn it is; own: relation to a person and a date',
  uptime: 'what is up and how long; own: datetime, status, relation to what is watched',
  vote_ranking: 'what most want; own: integer votes and a status',
} as const satisfies Record<string, string>;

export type FeatureKind = keyof typeof featureNeeds;
const kindsOf = <Key extends string>(table: Record<Key, string>) =>
  Object.keys(table) as [Key, ...Key[]];
export const featureKinds = kindsOf(featureNeeds);
