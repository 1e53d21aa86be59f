const partsOf = (timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** An instant as the wall clock of a time zone, in the form that a datetime-local input takes. */
export function toWallClock(iso: string, timeZone: string): string {
  const parts = Object.fromEntries(
    partsOf(timeZone)
      .formatToParts(new Date(iso))
      .map((part) => [part.type, part.value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** The instant of a wall clock time in a zone. Text that is no local time is given back for the form to refuse. */
export function fromWallClock(local: string, timeZone: string): string {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local) || /[zZ]|[+-]\d\d:\d\d$/.test(local))
    return local;
  const asUtc = Date.parse(`${local.slice(0, 16)}:00Z`);
  if (Number.isNaN(asUtc)) return local;
  // Two rounds: the offset can differ between the guess and the answer when clocks change that day.
  let instant = asUtc;
  for (let round = 0; round < 2; round++) {
    const shown = Date.parse(`${toWallClock(new Date(instant).toISOString(), timeZone)}:00Z`);
    instant += asUtc - shown;
  }
  return new Date(instant).toISOString();
}

/** The calendar date (YYYY-MM-DD) of an instant in a time zone. */
export const dateIn = (iso: string, timeZone: string): string =>
  toWallClock(iso, timeZone).slice(0, 10);

const DAY = 86_400_000;

/** Moves a calendar date by whole days. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);

/** The weeks (Monday first) that cover a month given as YYYY-MM, each day as YYYY-MM-DD. */
export function weeksOf(month: string): string[][] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = new Date(first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY);
  const weeks: string[][] = [];
  for (
    let day = start;
    day.toISOString().slice(0, 7) <= month;
    day = new Date(day.getTime() + 7 * DAY)
  ) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) =>
        new Date(day.getTime() + index * DAY).toISOString().slice(0, 10),
      ),
    );
  }
  return weeks;
}

/** Moves a month given as YYYY-MM. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + count, 1)).toISOString().slice(0, 7);
}
