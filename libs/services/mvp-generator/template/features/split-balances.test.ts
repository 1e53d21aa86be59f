import { describe, expect, it } from 'vitest';
import { computeBalances, settleUp } from '@/features/split-balances';

const paid = (payerId: string, amount: number, isSettled = false) => ({
  payerId,
  amount,
  isSettled,
});
const people = ['ada', 'ben', 'cid'];

describe('computeBalances', () => {
  it('shares equally and adds up to nothing, also when cents are left over', () => {
    const balances = computeBalances(people, [paid('ada', 1000)]);
    expect([...balances]).toEqual([
      ['ada', 666],
      ['ben', -333],
      ['cid', -333],
    ]);
    expect([...balances.values()].reduce((sum, value) => sum + value, 0)).toBe(0);
  });
  it('ignores settled expenses and payers who are gone', () => {
    expect([
      ...computeBalances(people, [paid('ada', 900, true), paid('gone', 900)]).values(),
    ]).toEqual([0, 0, 0]);
  });
});

describe('settleUp', () => {
  it('leaves nobody in debt with few payments', () => {
    const transfers = settleUp(computeBalances(people, [paid('ada', 900), paid('ben', 300)]));
    expect(transfers).toEqual([
      { from: 'cid', to: 'ada', amount: 400 },
      { from: 'ben', to: 'ada', amount: 100 },
    ]);
  });
});
