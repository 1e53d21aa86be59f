/** Bytes as people read them: `812 B`, `4.6 MB`. Decimal units, as file managers show downloads. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit] ?? ''}`;
}

/** Milliseconds as a clock: `0:07`, `12:40`, `1:02:09`. Never negative. */
export function formatElapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = two(seconds % 60);
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${rest}` : `${String(minutes)}:${rest}`;
}

/** Milliseconds of work: `840 ms`, `8.2 s`, `1 min 4 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${String(Math.round(milliseconds))} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1000);
  return `${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}

/** Millionths of a US dollar as people read amounts: `$2.00`, `$0.094`, `under $0.001`, `$0`. */
export function formatMicroUsd(microUsd: number): string {
  if (microUsd === 0) return '$0';
  if (microUsd < 1_000) return 'under $0.001';
  return `$${(microUsd / 1_000_000).toFixed(microUsd < 1_000_000 ? 3 : 2)}`;
}

/** The first and last characters of a hash, enough to compare by eye. */
export function shortenHash(hash: string): string {
  return hash.length > 16 ? `${hash.slice(0, 8)}…${hash.slice(-6)}` : hash;
}

const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const dateOnly = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

const withDate = (iso: string, format: Intl.DateTimeFormat): string => {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : format.format(date);
};

/** `Nov 23, 2026, 6:40 AM` in the reader's time zone; text that is no date is shown as it is. */
export const formatDateTime = (iso: string): string => withDate(iso, dateTime);
/** `Nov 23, 2026`. */
export const formatDate = (iso: string): string => withDate(iso, dateOnly);
/** `06:40:12`, for log lines. */
export const formatClock = (iso: string): string => withDate(iso, clock);

/** `just now`, `5 minutes ago`, `3 days ago`; a date once it is older than a month. */
export function formatAgo(iso: string, now: number): string {
  const seconds = Math.round((now - new Date(iso).getTime()) / 1000);
  if (Number.isNaN(seconds)) return iso;
  if (seconds < 45) return 'just now';
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (seconds < 3600) return relative.format(-Math.max(1, Math.round(seconds / 60)), 'minute');
  if (seconds < 86_400) return relative.format(-Math.round(seconds / 3600), 'hour');
  if (seconds < 30 * 86_400) return relative.format(-Math.round(seconds / 86_400), 'day');
  return formatDate(iso);
}

/** snake_case or kebab-case as words with a capital: `one_time` becomes `One time`. */
export function toWords(identifier: string): string {
  const words = identifier.replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
