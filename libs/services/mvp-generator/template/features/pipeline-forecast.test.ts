import { describe, expect, it } from 'vitest';
import {
  chancesOf,
  describeForecast,
  forecast,
  nextStage,
  type Deal,
  type Stage,
} from '@/features/pipeline-forecast';

const stages: Stage[] = ['new', 'talking', 'offer', 'won', 'lost'].map((value) => ({
  value,
  label: value,
}));
const deal = (id: string, amount: number, stage: string): Deal => ({
  id,
  title: id,
  href: `/deals/${id}`,
  amount,
  stage,
});

describe('chancesOf', () => {
  it('rises through the open stages, to all for won and nothing for lost', () => {
    expect([...chancesOf(stages).values()]).toEqual([0.25, 0.5, 0.75, 1, 0]);
  });
});

describe('forecast', () => {
  it('weighs money by the chance of its stage', () => {
    const result = forecast([deal('a', 1000, 'offer'), deal('b', 500, 'lost')], stages);
    expect(result.find((stage) => stage.value === 'offer')?.weighted).toBe(750);
    expect(result.find((stage) => stage.value === 'lost')?.weighted).toBe(0);
  });
});

describe('nextStage', () => {
  it('goes on to the next one, to won at the end, and never to lost', () => {
    expect(nextStage('new', stages)).toBe('talking');
    expect(nextStage('offer', stages)).toBe('won');
    expect(nextStage('won', stages)).toBeNull();
    expect(nextStage('gone', stages)).toBeNull();
  });
});

describe('describeForecast', () => {
  it('ranks open deals by what they are worth now', () => {
    const report = describeForecast(
      [deal('big-early', 2000, 'new'), deal('late', 1000, 'offer'), deal('done', 900, 'won')],
      stages,
      String,
    );
    expect(report.rows.map((row) => row.id)).toEqual(['late', 'big-early']);
    expect(report.facts.map((fact) => fact.value)).toEqual(['1250', '3000', '900']);
  });
});
