import type { FeatureReport } from './feature-report';

export interface Dose {
  id: string;
  title: string;
  href: string;
  /** Who or what it is for. */
  recipient: string | null;
  /** Times of day, for example `08:00, 20:00`; other words in the text are passed over. */
  times: string;
  isEnded: boolean;
}

export interface NextDose extends Dose {
  /** HH:MM */
  at: string;
  isTomorrow: boolean;
  minutesLeft: number;
}

const DAY_MINUTES = 24 * 60;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Times of day in a text, as HH:MM, earliest first and each once. */
export function readTimes(text: string): string[] {
  const found = [...text.matchAll(/(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/g)].map(
    ([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`,
  );
  return [...new Set(found)].sort();
}

/** Each time of the next 24 hours after `now` (HH:MM on the wall clock), the next one first. */
export function planDoses(doses: readonly Dose[], now: string): NextDose[] {
  return doses
    .filter((dose) => !dose.isEnded)
    .flatMap((dose) =>
      readTimes(dose.times).map((at) => {
        const ahead = minutesOf(at) - minutesOf(now);
        const isTomorrow = ahead < 0;
        return { ...dose, at, isTomorrow, minutesLeft: isTomorrow ? ahead + DAY_MINUTES : ahead };
      }),
    )
    .sort((a, b) => a.minutesLeft - b.minutesLeft || a.title.localeCompare(b.title));
}

export function describeDoses(
  doses: readonly NextDose[],
  span: (minutes: number) => string,
): FeatureReport {
  const next = doses[0];
  const isToday = (dose: NextDose) => !dose.isTomorrow;
  return {
    headline: next
      ? `Next: ${next.title} at ${next.at}, in ${span(next.minutesLeft)}.`
      : 'Nothing is scheduled.',
    facts: [
      { label: 'Still today', value: String(doses.filter(isToday).length) },
      { label: 'Next 24 hours', value: String(doses.length) },
    ],
    rows: doses.map((dose) => ({
      id: `${dose.id}-${dose.at}`,
      title: dose.title,
      href: dose.href,
      detail: [dose.recipient, `in ${span(dose.minutesLeft)}`].filter(Boolean).join(', '),
      badge: dose.isTomorrow ? `Tomorrow ${dose.at}` : dose.at,
      tone: dose.minutesLeft <= 60 ? 'warning' : isToday(dose) ? 'brand' : 'neutral',
    })),
    empty: 'Add a time such as 08:00.',
  };
}
