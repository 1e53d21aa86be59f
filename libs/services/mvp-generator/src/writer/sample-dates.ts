import { statusOf, type EntityModel, type FieldModel } from '../model/app-model.js';

/** A date column's sample is relative to today, so that the demo is never out of date. */
export interface SampleDate {
  days: number;
  hour?: number;
}

// Some past, some near, some far: every list of "overdue", "today" and "soon" has something to show.
const dayOffsets = [1, -3, 0, 6, 2, -10, 12, -1];

const overWords =
  /overdue|late$|expired|lapsed|done|complet|paid|deliver|finished|resolved|returned|no_show|^over$|closed|won|lost|archiv|shipped|released/u;

/** Whether the status of a row says that its dates have passed. */
export function isOver(entity: EntityModel, row: number): boolean {
  const status = statusOf(entity);
  const value = status?.spec.values?.[row % status.spec.values.length]?.value ?? '';
  return overWords.test(value);
}

// A measurement, a purchase, a sighting: what such a date says has happened, whatever the row's status.
const pastWords =
  /(?:^|_)(?:last|watered|serviced|cleaned|repaired|treated|inspected|weighed|harvested|measured|read|taken|happened|seen|spotted|found|tasted|checked|counted|observed|noticed|fed|brewed|baked|caught|visited|played|recorded|logged|used|filled|driven|flown|worked|written|received|reported|spent|given|lent|issued|bought|sent|moved|felt|done|sold|told|sown|lost|paid|left|made|laid)(?:_|$)/u;
// Any other such word, but for those of plans: hatched on, signed on, not expected on.
const pastForm =
  /(?:^|_)(?!(?:expected|needed|planned|promised|wanted|scheduled|estimated|proposed|required|intended|booked|reserved)_)[a-z]+ed_(?:on|at)$/u;
const hasPassed = ({ column }: FieldModel): boolean =>
  pastWords.test(column) || pastForm.test(column);
// Years ago, in the same season: the next anniversary of one is near.
const longAgoWords =
  /(?:^|_)(?:since|born|birthday|acquired|joined|founded|planted|installed|built)(?:_|$)/u;

/** How many days from today the date of a row lies. */
export function dayOf(entity: EntityModel, field: FieldModel, row: number): number {
  // Of two dates in a row the later field is the later day (start and end, issued and due).
  const alike = entity.fields.filter((other) => other.spec.type === field.spec.type);
  const earlier = alike.indexOf(field);
  const near = dayOffsets[row % dayOffsets.length] ?? 0;
  if (longAgoWords.test(field.column)) return near - 365 * (1 + (row % 4));
  if (isOver(entity, row)) return -Math.abs(near) - 1 - (alike.length - 1 - earlier) * 7;
  if (!hasPassed(field)) return near + earlier * 7;
  const past = alike.filter(hasPassed);
  const before = -Math.abs(near) - (past.length - 1 - past.indexOf(field)) * 7;
  // An hour of today may still be to come.
  return field.spec.type === 'datetime' ? Math.min(-1, before) : before;
}
