import type { FeatureReport } from './feature-report';

export interface Check {
  /** What was checked. */
  monitorId: string;
  /** ISO instant. */
  at: string;
  isUp: boolean;
}

export interface Uptime {
  monitorId: string;
  checks: number;
  /** Share of checks that were up, 0 to 100. */
  percent: number;
  isUp: boolean;
  /** Failed checks in a row up to now. */
  failures: number;
}

/** How reliable each monitored thing is, what is down first. */
export function computeUptime(checks: readonly Check[]): Uptime[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks)
    groups.set(check.monitorId, [...(groups.get(check.monitorId) ?? []), check]);
  return [...groups]
    .map(([monitorId, list]) => {
      const newest = [...list].sort((a, b) => b.at.localeCompare(a.at));
      const firstUp = newest.findIndex((check) => check.isUp);
      const failures = firstUp === -1 ? newest.length : firstUp;
      return {
        monitorId,
        checks: list.length,
        percent: Math.round((list.filter((check) => check.isUp).length / list.length) * 1000) / 10,
        isUp: failures === 0,
        failures,
      };
    })
    .sort(
      (a, b) =>
        b.failures - a.failures || a.percent - b.percent || a.monitorId.localeCompare(b.monitorId),
    );
}

export function describeUptime(
  list: readonly Uptime[],
  nameOf: (id: string) => string,
  hrefOf: (id: string) => string,
): FeatureReport {
  const down = list.filter((item) => !item.isUp).length;
  return {
    headline:
      list.length === 0
        ? 'Nothing was checked yet.'
        : down === 0
          ? 'Everything is up.'
          : `${down} ${down === 1 ? 'is' : 'are'} down.`,
    facts: [
      { label: 'Up', value: `${list.length - down} of ${list.length}` },
      { label: 'Checks', value: String(list.reduce((sum, item) => sum + item.checks, 0)) },
    ],
    rows: list.map((item) => ({
      id: item.monitorId,
      title: nameOf(item.monitorId),
      href: hrefOf(item.monitorId),
      detail: item.isUp
        ? `${item.percent} % of ${item.checks} checks`
        : `${item.failures} failed in a row, ${item.percent} % of ${item.checks} checks`,
      badge: item.isUp ? 'Up' : 'Down',
      tone: item.isUp ? 'good' : 'danger',
    })),
    empty: 'Add a check to see how reliable something is.',
  };
}
