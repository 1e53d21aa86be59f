import type { FeatureReport } from './feature-report';

export interface ProgressPart {
  /** What it is a part of; null when it stands alone. */
  groupId: string | null;
  isDone: boolean;
}

export interface GroupProgress {
  id: string;
  done: number;
  total: number;
  percent: number;
}

/** How far each group is, the least complete first; groups without parts are left out. */
export function computeProgress(parts: readonly ProgressPart[]): GroupProgress[] {
  const groups = new Map<string, { done: number; total: number }>();
  for (const part of parts) {
    if (part.groupId === null) continue;
    const group = groups.get(part.groupId) ?? { done: 0, total: 0 };
    groups.set(part.groupId, { done: group.done + (part.isDone ? 1 : 0), total: group.total + 1 });
  }
  return [...groups]
    .map(([id, group]) => ({ id, ...group, percent: Math.round((group.done / group.total) * 100) }))
    .sort((a, b) => a.percent - b.percent || a.id.localeCompare(b.id));
}

export function describeProgress(
  groups: readonly GroupProgress[],
  nameOf: (id: string) => string,
  hrefOf: (id: string) => string,
): FeatureReport {
  const done = groups.reduce((sum, group) => sum + group.done, 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return {
    headline: total === 0 ? 'Nothing to measure yet.' : `${done} of ${total} parts are done.`,
    facts: [
      { label: 'Overall', value: `${total === 0 ? 0 : Math.round((done / total) * 100)} %` },
      {
        label: 'Complete',
        value: `${groups.filter((group) => group.percent === 100).length} of ${groups.length}`,
      },
    ],
    rows: groups.map((group) => ({
      id: group.id,
      title: nameOf(group.id),
      href: hrefOf(group.id),
      detail: `${group.done} of ${group.total} done`,
      badge: `${group.percent} %`,
      tone: group.percent === 100 ? 'good' : group.percent === 0 ? 'neutral' : 'brand',
    })),
    empty: 'Progress appears with the first parts.',
  };
}
