import type { FeatureReport } from './feature-report';

export interface Goal {
  id: string;
  title: string;
  href: string;
  /** What is needed: minor units, or places. */
  target: number;
  /** What is there already. */
  reached: number;
}

export interface GoalState extends Goal {
  missing: number;
  /** From 0; above 1 when more came than was needed. */
  share: number;
}

/** How far each goal is, the nearest to its target first and those that are there last. */
export function measureGoals(goals: readonly Goal[]): GoalState[] {
  return goals
    .map((goal) => ({
      ...goal,
      missing: Math.max(0, goal.target - goal.reached),
      share: goal.target > 0 ? goal.reached / goal.target : 1,
    }))
    .sort(
      (a, b) =>
        Number(a.missing === 0) - Number(b.missing === 0) ||
        b.share - a.share ||
        a.title.localeCompare(b.title),
    );
}

const percent = (share: number): string => `${Math.floor(share * 100)} %`;

export function describeGoals(
  goals: readonly GoalState[],
  show: (amount: number) => string,
): FeatureReport {
  const open = goals.filter((goal) => goal.missing > 0);
  const sum = (pick: (goal: GoalState) => number) =>
    goals.reduce((total, goal) => total + pick(goal), 0);
  return {
    headline:
      open.length === 0
        ? 'Every goal is reached.'
        : `${goals.length - open.length} of ${goals.length} reached, ${show(sum((goal) => goal.missing))} to go.`,
    facts: [
      { label: 'Reached', value: show(sum((goal) => goal.reached)) },
      { label: 'Needed', value: show(sum((goal) => goal.target)) },
      { label: 'Missing', value: show(sum((goal) => goal.missing)) },
    ],
    chart: {
      title: 'Share of each goal',
      kind: 'bars',
      points: goals.map((goal) => ({
        label: goal.title,
        value: Math.min(1, goal.share),
        text: percent(goal.share),
      })),
    },
    rows: goals.map((goal) => ({
      id: goal.id,
      title: goal.title,
      href: goal.href,
      detail: `${show(goal.reached)} of ${show(goal.target)}${goal.missing > 0 ? `, ${show(goal.missing)} missing` : ''}`,
      badge: percent(goal.share),
      tone: goal.missing === 0 ? 'good' : goal.share >= 0.75 ? 'brand' : 'neutral',
    })),
    empty: 'Goals and how far they are appear here.',
  };
}
