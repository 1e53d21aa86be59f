import type { FeatureReport } from './feature-report';

export interface DueItem {
  id: string;
  title: string;
  href: string;
  /** Calendar date, YYYY-MM-DD. */
  dueOn: string;
  isClosed: boolean;
  /** Who is reminded, if it is known. */
  recipient: string | null;
}

export interface Reminder extends DueItem {
  /** Days until it is due; negative when it is late. */
  days: number;
  stage: 'final' | 'late' | 'due' | 'ahead';
  text: string;
}

// One friendly note ahead, one on the day, firmer when a week has passed: the usual rhythm of a reminder.
const AHEAD_DAYS = 3;
const FINAL_AFTER_DAYS = 7;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const plural = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

function stageOf(days: number): Reminder['stage'] | null {
  if (days < -FINAL_AFTER_DAYS) return 'final';
  if (days < 0) return 'late';
  if (days === 0) return 'due';
  return days <= AHEAD_DAYS ? 'ahead' : null;
}

function textOf(item: DueItem, days: number, stage: Reminder['stage']): string {
  const hello = item.recipient ? `Hello ${item.recipient}, ` : 'Hello, ';
  const middle = {
    ahead: `“${item.title}” is due in ${plural(days)}.`,
    due: `“${item.title}” is due today.`,
    late: `“${item.title}” was due ${plural(-days)} ago.`,
    final: `“${item.title}” is now ${plural(-days)} late. Please answer today.`,
  };
  return hello + middle[stage];
}

/** The reminders to send today, the latest first, each with its text. */
export function planReminders(items: readonly DueItem[], today: string): Reminder[] {
  return items
    .filter((item) => !item.isClosed)
    .flatMap((item) => {
      const days = daysBetween(today, item.dueOn);
      const stage = stageOf(days);
      return stage ? [{ ...item, days, stage, text: textOf(item, days, stage) }] : [];
    })
    .sort((a, b) => a.days - b.days || a.title.localeCompare(b.title));
}

const tones = { final: 'danger', late: 'danger', due: 'warning', ahead: 'brand' } as const;
const badges = { final: 'Final', late: 'Late', due: 'Today', ahead: 'Soon' } as const;

export function describeReminders(reminders: readonly Reminder[]): FeatureReport {
  const late = reminders.filter((reminder) => reminder.days < 0).length;
  return {
    headline:
      reminders.length === 0
        ? 'No reminder is due today.'
        : `${reminders.length} ${reminders.length === 1 ? 'reminder is' : 'reminders are'} ready to send.`,
    facts: [
      { label: 'Late', value: String(late) },
      { label: 'Today', value: String(reminders.filter((reminder) => reminder.days === 0).length) },
      {
        label: `Next ${AHEAD_DAYS} days`,
        value: String(reminders.filter((reminder) => reminder.days > 0).length),
      },
    ],
    rows: reminders.map((reminder) => ({
      id: reminder.id,
      title: reminder.title,
      detail: reminder.text,
      href: reminder.href,
      badge: badges[reminder.stage],
      tone: tones[reminder.stage],
    })),
    empty: 'A reminder appears here three days before a due date.',
  };
}
