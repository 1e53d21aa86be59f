import type { EntitySpec, FieldSpec, ProductSpec } from '@hatchr/contracts';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';

type Words = string;

const labelOf = (name: string): string =>
  (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('_', ' ');

/** `due_on:date?` is an optional date; `stage:enum(new|won)` a choice; `client:>client` a relation. */
function field(words: Words): FieldSpec {
  const required = !words.endsWith('?');
  const [name = '', kind = 'text'] = words.replace(/\?$/u, '').split(':');
  const choice = /^enum\((.+)\)$/u.exec(kind)?.[1];
  const base = { name, label: labelOf(name), required };
  if (choice)
    return {
      ...base,
      type: 'enum',
      values: choice.split('|').map((value) => ({ value, label: labelOf(value) })),
    };
  if (kind.startsWith('>')) return { ...base, type: 'relation', target: kind.slice(1) };
  return { ...base, type: kind as FieldSpec['type'] };
}

function entity(name: string, fields: Words): EntitySpec {
  const list = fields.split(' ').map(field);
  return {
    name,
    plural: `${name}s`,
    label: labelOf(name),
    labelPlural: `${labelOf(name)}s`,
    description: `Every ${name}.`,
    icon: 'list',
    titleField: list[0]?.name ?? '',
    fields: list,
    view: 'table',
    ownership: 'user',
  };
}

/** Kind of feature to the entities that it is naturally asked for; the last one is the feature's own. */
const entitiesByKind: Record<string, [string, Words][]> = {
  allocation: [
    ['campaign', 'title:text target:money'],
    ['pledge', 'donor:text amount:money campaign:>campaign'],
  ],
  attention_digest: [['ticket', 'title:text status:enum(open|closed)']],
  budget_burn: [
    ['category', 'name:text monthly_budget:money?'],
    ['expense', 'title:text amount:money spent_on:date category:>category'],
  ],
  capacity: [
    ['signup', 'name:text event:>event status:enum(going|not_going)'],
    ['event', 'name:text capacity:integer'],
  ],
  dose_schedule: [
    ['pet', 'name:text'],
    ['dose', 'medicine:text pet:>pet at:time ends_on:date?'],
  ],
  due_reminders: [['invoice', 'number:text due_on:date status:enum(sent|paid)']],
  duplicate_check: [['contact', 'name:text email:email? phone:phone?']],
  expiry_watch: [['item', 'name:text expires_on:date quantity:integer?']],
  free_slots: [['booking', 'title:text starts_at:datetime length:duration?']],
  loan_returns: [
    ['tool', 'name:text'],
    ['loan', 'borrower:text tool:>tool due_on:date returned_on:date?'],
  ],
  low_stock: [['part', 'name:text quantity:integer reorder_level:integer']],
  matching: [
    ['mentor', 'name:text skills:long_text'],
    ['learner', 'name:text goals:long_text?'],
  ],
  pipeline_forecast: [['deal', 'title:text amount:money? stage:enum(new|offer|won|lost)']],
  price_compare: [
    ['supplier', 'name:text'],
    ['offer', 'item:text supplier:>supplier price:money'],
  ],
  progress: [
    ['course', 'name:text'],
    ['lesson', 'title:text course:>course is_done:boolean'],
  ],
  quote_pricing: [
    ['quote', 'title:text'],
    ['line', 'work:text quote:>quote unit_price:money quantity:integer'],
  ],
  rating_summary: [['review', 'title:text stars:rating text:long_text?']],
  renewals: [['plan', 'name:text price:money renews_on:date period:enum(monthly|yearly)']],
  shift_coverage: [
    ['volunteer', 'name:text email:email'],
    ['shift', 'task:text starts_at:datetime length:duration volunteer:>volunteer?'],
  ],
  sla_clock: [
    [
      'case',
      'subject:text received_at:datetime priority:enum(low|urgent) status:enum(open|solved)',
    ],
  ],
  spaced_repetition: [
    ['card', 'question:text answer:long_text? due_on:date? interval_days:integer?'],
  ],
  split_balances: [
    ['friend', 'name:text'],
    ['expense', 'title:text amount:money paid_by:>friend'],
  ],
  standings: [
    ['team', 'name:text'],
    ['match', 'title:text home:>team away:>team home_score:integer? away_score:integer?'],
  ],
  streaks: [
    ['habit', 'name:text'],
    ['check', 'title:text habit:>habit done_on:date'],
  ],
  survey_summary: [['answer', 'person:text satisfaction:enum(good|bad)? comment:long_text?']],
  time_billing: [
    ['client', 'name:text hourly_rate:money?'],
    ['entry', 'work:text client:>client worked_on:date time_spent:duration billed:boolean'],
  ],
  totals: [['order', 'title:text amount:money status:enum(open|paid)']],
  trend: [['reading', 'name:text value:decimal taken_at:datetime']],
  turn_rotation: [
    ['roommate', 'name:text'],
    ['chore', 'title:text roommate:>roommate due_on:date'],
  ],
  uptime: [
    ['monitor', 'name:text'],
    ['probe', 'title:text monitor:>monitor checked_at:datetime status:enum(up|down)'],
  ],
  anniversaries: [['relative', 'name:text born_on:date?']],
  approval_rounds: [
    ['film', 'title:text'],
    ['cut', 'title:text film:>film round:integer'],
    ['verdict', 'reviewer:text cut:>cut status:enum(waiting|approved|changes_wanted)'],
  ],
  auction_bids: [
    ['lot', 'title:text starting_price:money reserve_price:money? status:enum(open|closed)'],
    ['bid', 'bidder:text lot:>lot amount:money placed_at:datetime'],
  ],
  care_rounds: [['plant', 'name:text every_days:integer watered_on:date?']],
  debt_payoff: [
    ['plan', 'name:text extra_payment:money'],
    ['debt', 'name:text balance:money yearly_rate:decimal minimum_payment:money'],
  ],
  job_queue: [
    ['printer', 'name:text'],
    [
      'print',
      'title:text printer:>printer length:duration priority:enum(low|high) status:enum(waiting|printing|done)',
    ],
  ],
  payout_split: [
    ['consignor', 'name:text share_percent:integer'],
    [
      'item',
      'title:text consignor:>consignor price:money paid_out:boolean status:enum(shown|sold)',
    ],
  ],
  pick_list: [
    ['product', 'name:text bin:text on_hand:integer'],
    ['line', 'code:text product:>product quantity:integer status:enum(open|picked)'],
  ],
  range_watch: [
    ['parameter', 'name:text lowest:decimal? highest:decimal?'],
    ['test', 'title:text parameter:>parameter value:decimal tested_on:date'],
  ],
  rank_eligibility: [
    ['belt', 'name:text months_needed:integer classes_needed:integer'],
    ['visit', 'title:text fighter:>fighter came_on:date'],
    ['fighter', 'name:text belt:>belt graded_on:date?'],
  ],
  related_notes: [['note', 'title:text body:long_text?']],
  route_order: [
    ['round', 'name:text starts:time?'],
    [
      'stop',
      'name:text round:>round position:integer earliest:time? latest:time? drive:duration? work:duration status:enum(open|done)',
    ],
  ],
  species_list: [['sighting', 'species:text place:text seen_on:date count:integer?']],
  stamp_card: [
    ['programme', 'name:text stamps_needed:integer'],
    ['card', 'holder:text programme:>programme stamps:integer'],
  ],
  stay_allocation: [
    ['pitch', 'name:text size:integer?'],
    ['stay', 'guest:text pitch:>pitch arrives_on:date leaves_on:date people:integer?'],
  ],
  triage_score: [['mail', 'subject:text body:long_text? status:enum(open|solved)']],
  vote_ranking: [['idea', 'title:text votes:integer status:enum(open|done)']],
};

/** A spec for each kind of feature, with the plainest entities that ask for it. */
export function naturalSpecs(): Map<string, ProductSpec> {
  const base = planProduct('a habit tracker', noDiscovery());
  return new Map(
    Object.entries(entitiesByKind).map(([kind, entities]) => {
      const own = entities.at(-1)?.[0] ?? '';
      const spec: ProductSpec = {
        ...base,
        entities: entities.map(([name, fields]) => entity(name, fields)),
        feature: {
          kind,
          name: labelOf(kind),
          description: `The ${kind.replaceAll('_', ' ')} of the app.`,
          entity: own,
          usesModel: false,
        },
        flows: [{ name: 'Start', actor: 'You', steps: ['Add one.'], acceptance: ['It works.'] }],
        pages: base.pages.filter((page) => page.entity === undefined),
      };
      return [kind, spec];
    }),
  );
}
