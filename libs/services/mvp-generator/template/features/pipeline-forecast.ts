import type { FeatureReport } from './feature-report';

export interface Deal {
  id: string;
  title: string;
  href: string;
  /** Minor units. */
  amount: number;
  /** Stored value of its stage. */
  stage: string;
}

export interface Stage {
  value: string;
  label: string;
}

export interface StageForecast extends Stage {
  /** Chance of winning, from 0 to 1. */
  chance: number;
  count: number;
  amount: number;
  weighted: number;
}

const wonWords = /won|paid|signed|closed|accept|complet|done|hired|sold|deliver/i;
const lostWords = /lost|reject|declin|cancel|refus|dead|withdrawn|no_show/i;

const isLost = (stage: Stage): boolean => lostWords.test(stage.value);
const isWon = (stage: Stage): boolean => !isLost(stage) && wonWords.test(stage.value);

/** The chance of each stage: what is won counts in full, what is lost not at all, and the rest rises evenly. */
export function chancesOf(stages: readonly Stage[]): Map<string, number> {
  const open = stages.filter((stage) => !isWon(stage) && !isLost(stage));
  return new Map(
    stages.map((stage) => [
      stage.value,
      isLost(stage) ? 0 : isWon(stage) ? 1 : (open.indexOf(stage) + 1) / (open.length + 1),
    ]),
  );
}

/** Money in each stage and what of it may be expected. */
export function forecast(deals: readonly Deal[], stages: readonly Stage[]): StageForecast[] {
  const chances = chancesOf(stages);
  return stages.map((stage) => {
    const inside = deals.filter((deal) => deal.stage === stage.value);
    const amount = inside.reduce((sum, deal) => sum + deal.amount, 0);
    const chance = chances.get(stage.value) ?? 0;
    return {
      ...stage,
      chance,
      count: inside.length,
      amount,
      weighted: Math.round(amount * chance),
    };
  });
}

/** The open stage after this one, else the one that is won; null when there is no further one. */
export function nextStage(value: string, stages: readonly Stage[]): string | null {
  const at = stages.findIndex((stage) => stage.value === value);
  const here = stages[at];
  if (!here || isWon(here) || isLost(here)) return null;
  return stages.slice(at + 1).find((stage) => !isLost(stage))?.value ?? null;
}

export function describeForecast(
  deals: readonly Deal[],
  stages: readonly Stage[],
  money: (minorUnits: number) => string,
): FeatureReport {
  const forecasts = forecast(deals, stages);
  const byValue = new Map(forecasts.map((stage) => [stage.value, stage]));
  const sum = (pick: (stage: StageForecast) => number, chosen = forecasts) =>
    chosen.reduce((total, stage) => total + pick(stage), 0);
  const isOpen = (stage: StageForecast) => stage.chance > 0 && stage.chance < 1;
  const open = forecasts.filter(isOpen);
  const expected = money(sum((stage) => stage.weighted, open));
  const worth = (deal: Deal) => deal.amount * (byValue.get(deal.stage)?.chance ?? 0);
  const openDeals = deals
    .filter((deal) => open.some((stage) => stage.value === deal.stage))
    .sort((a, b) => worth(b) - worth(a) || a.title.localeCompare(b.title));
  return {
    headline: `${expected} may be expected from ${openDeals.length} open.`,
    facts: [
      { label: 'Expected', value: expected },
      { label: 'Open', value: money(sum((stage) => stage.amount, open)) },
      { label: 'Won', value: money(sum((stage) => (stage.chance === 1 ? stage.amount : 0))) },
    ],
    chart: {
      title: 'Money in each stage',
      kind: 'bars',
      points: forecasts.map(({ label, amount }) => ({ label, value: amount, text: money(amount) })),
    },
    rows: openDeals.map((deal) => {
      const stage = byValue.get(deal.stage);
      const next = byValue.get(nextStage(deal.stage, stages) ?? '');
      return {
        id: deal.id,
        title: deal.title,
        href: deal.href,
        detail: `${money(deal.amount)} at ${Math.round((stage?.chance ?? 0) * 100)} %`,
        badge: stage?.label ?? '',
        tone: 'brand',
        ...(next
          ? { actions: [{ name: 'advance', label: `To ${next.label.toLowerCase()}` }] }
          : {}),
      };
    }),
    empty: 'Nothing is open.',
  };
}
