import { describe, expect, it } from 'vitest';
import { lineDomain, pointsByCategory, pointsOverTime, rangeOf } from '@/lib/chart-data';
import type { BaseRow, EntityDefinition, FieldDefinition } from '@/lib/entity';

const field = (name: string, kind: FieldDefinition['kind']): FieldDefinition =>
  ({ name, label: name, kind, required: true }) as FieldDefinition;
const entityOf = (kind: FieldDefinition['kind']) =>
  ({
    key: 'reading',
    titleField: 'name',
    fields: [
      field('name', 'text'),
      field('value', kind),
      field('measured_on', 'date'),
      {
        ...field('status', 'enum'),
        options: [
          { value: 'good', label: 'Good' },
          { value: 'bad', label: 'Bad' },
        ],
      },
    ],
  }) as unknown as EntityDefinition;
const rows = [
  { id: '1', value: 72, measured_on: '2026-03-01', status: 'good', created_at: '2026-03-01' },
  { id: '2', value: 70, measured_on: '2026-03-30', status: 'good', created_at: '2026-03-30' },
] as unknown as BaseRow[];
const valuesOf = (kind: FieldDefinition['kind']) =>
  pointsOverTime(entityOf(kind), rows, 30, '2026-03-30', 'UTC').map(({ value }) => value);

describe('the figures of a chart', () => {
  it('does not take a day without a measurement for zero', () => {
    const known = valuesOf('decimal').filter((value) => value !== null);
    expect(known).toEqual([72, 70]);
    expect(pointsByCategory(entityOf('decimal'), rows)).toEqual([{ label: 'Good', value: 71 }]);
  });
  it('adds nothing up to zero where amounts are summed', () => {
    expect(valuesOf('money').filter((value) => value === 0)).toHaveLength(28);
  });
  it('looks back as far as the rows need', () => {
    expect(rangeOf(entityOf('decimal'), rows, '2026-03-30', 'UTC')).toBe(30);
    expect(rangeOf(entityOf('decimal'), rows, '2026-05-10', 'UTC')).toBe(90);
    expect(rangeOf(entityOf('decimal'), [], '2026-03-30', 'UTC')).toBe(30);
  });
  it('begins at zero, and only above it where values lie close together', () => {
    expect(lineDomain([3, 8, 19])).toEqual({ low: 0, high: 20 });
    expect(lineDomain([14012, 14380])).toEqual({ low: 14000, high: 14400 });
    expect(lineDomain([0, 0])).toEqual({ low: 0, high: 1 });
    const one = lineDomain([7]);
    expect(one.low).toBeLessThanOrEqual(7);
    expect(one.high).toBeGreaterThan(one.low);
  });
});
