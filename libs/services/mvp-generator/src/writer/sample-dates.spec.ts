import { describe, expect, it } from '@jest/globals';
import { buildAppModel } from '../model/app-model.js';
import { noDiscovery } from '../planner/no-discovery.fixture.js';
import { planProduct } from '../planner/plan-product.js';
import { dayOf } from './sample-dates.js';

function daysOf(prompt: string, entityName: string, column: string): number[] {
  const model = buildAppModel(planProduct(prompt, noDiscovery()));
  const entity = model.entities.find(({ spec }) => spec.name === entityName);
  const field = entity?.fields.find((other) => other.column === column);
  if (!entity || !field) throw new Error(`${entityName}.${column} is not planned.`);
  return Array.from({ length: 8 }, (_, row) => dayOf(entity, field, row));
}

describe('the dates of demo rows', () => {
  it('reads no meter tomorrow and feeds no starter next week', () => {
    const read = daysOf('Energy meter readings for a block of flats', 'meter_reading', 'read_on');
    expect(Math.max(...read)).toBeLessThanOrEqual(0);
    expect(new Set(read).size).toBeGreaterThan(5);
    expect(Math.max(...daysOf('Sourdough log', 'starter', 'last_fed_on'))).toBeLessThanOrEqual(0);
  });

  it('hatches no queen tomorrow, and still expects what is expected', () => {
    const model = buildAppModel(planProduct('Warranty claims for bike shops', noDiscovery()));
    const entity = model.entities.find(({ spec }) => spec.name === 'sold_product');
    const date = entity?.fields.find(({ spec }) => spec.type === 'date');
    if (!entity || !date) throw new Error('A sold product has a date.');
    const days = (column: string): number[] => {
      const field = { ...date, column };
      const rows = { ...entity, fields: [field] };
      return Array.from({ length: 8 }, (_, row) => dayOf(rows, field, row));
    };
    for (const column of ['hatched_on', 'signed_at', 'sold_on'])
      expect(Math.max(...days(column))).toBeLessThanOrEqual(0);
    for (const column of ['expected_on', 'next_planned_on', 'due_on'])
      expect(Math.max(...days(column))).toBeGreaterThan(0);
  });

  it('still has bookings to come', () => {
    const starts = daysOf('Online booking page for hair salons', 'booking', 'starts_at');
    expect(Math.max(...starts)).toBeGreaterThan(0);
  });

  it('buys before the cover ends', () => {
    const prompt = 'Warranty claims for an appliance shop';
    const bought = daysOf(prompt, 'sold_product', 'bought_on');
    const ends = daysOf(prompt, 'sold_product', 'covered_until');
    expect(bought.filter((day, row) => day >= (ends[row] ?? 0))).toEqual([]);
  });
});
