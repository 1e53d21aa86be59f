import type { FeatureReport } from './feature-report';

export interface StreakSubject {
  id: string;
  title: string;
  href: string;
  /** Calendar dates (YYYY-MM-DD) on which it was done; any order, repeats allowed. */
  days: readonly string[];
}

export interface Streak extends Omit<StreakSubject, 'days'> {
  current: number;
  longest: number;
  isDoneToday: boolean;
}

const dayNumber = (date: string): number =>
  Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);

/** Days in a row for each subject. A streak still counts when only today is missing: the day is not over. */
export function computeStreaks(subjects: readonly StreakSubject[], today: string): Streak[] {
  const now = dayNumber(today);
  return subjects
    .map(({ days, ...subject }) => {
      const numbers = [...new Set(days.map(dayNumber))]
        .filter((day) => day <= now)
        .sort((a, b) => a - b);
      const done = new Set(numbers);
      let longest = 0;
      let run = 0;
      numbers.forEach((day, index) => {
        run = index > 0 && numbers[index - 1] === day - 1 ? run + 1 : 1;
        longest = Math.max(longest, run);
      });
      let current = 0;
      for (let day = done.has(now) ? now : now - 1; done.has(day); day--) current++;
      return { ...subject, current, longest, isDoneToday: done.has(now) };
    })
    .sort((a, b) => b.current - a.current || a.title.localeCompare(b.title));
}

export function describeStreaks(streaks: readonly Streak[]): FeatureReport {
  const open = streaks.filter((streak) => !streak.isDoneToday).length;
  return {
    headline:
      streaks.length === 0
        ? 'Nothing is tracked yet.'
        : open === 0
          ? 'All done for today.'
          : `${open} still to do today.`,
    facts: [
      { label: 'Done today', value: `${streaks.length - open} of ${streaks.length}` },
      {
        label: 'Best run',
        value: `${Math.max(0, ...streaks.map((streak) => streak.longest))} days`,
      },
    ],
    rows: streaks.map((streak) => ({
      id: streak.id,
      title: streak.title,
      href: streak.href,
      detail: `${streak.current} ${streak.current === 1 ? 'day' : 'days'} in a row, best ${streak.longest}`,
      badge: streak.isDoneToday ? 'Done' : 'Open',
      tone: streak.isDoneToday ? 'good' : 'warning',
    })),
    empty: 'Add something to do every day.',
  };
}
