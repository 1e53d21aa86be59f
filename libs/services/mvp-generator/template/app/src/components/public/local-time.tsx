'use client';
import { useSyncExternalStore } from 'react';

const subscribe = () => () => undefined;
const options = {
  full: { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  time: { hour: 'numeric', minute: '2-digit' },
} as const;

/** A moment in the visitor's own time zone; in UTC, and said to be so, until a script runs. */
export function LocalTime({ iso, show = 'full' }: { iso: string; show?: keyof typeof options }) {
  const zone = useSyncExternalStore(
    subscribe,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
  const text = new Intl.DateTimeFormat('en-US', { ...options[show], timeZone: zone }).format(
    new Date(iso),
  );
  return (
    <time dateTime={iso}>
      {text}
      {zone === 'UTC' ? ' UTC' : ''}
    </time>
  );
}
