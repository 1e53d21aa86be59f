import type { EntityModel, FieldModel } from '../model/app-model.js';

/**
 * Which demo row of its target a relation of the n-th row points at, of `count` rows. Neighbouring rows point at
 * different ones, and two relations of one row to the same target (from and to, home and guest) never at the same.
 */
export function relatedRow(
  entity: EntityModel,
  field: FieldModel,
  row: number,
  count: number,
): number {
  const place = entity.fields.filter((other) => other.target === field.target).indexOf(field);
  return (row * 3 + 1 + Math.max(0, place)) % count;
}
