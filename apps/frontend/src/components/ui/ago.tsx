'use client';
import { useSyncExternalStore } from 'react';
import { formatAgo, formatDateTime } from '@/lib/format';

const minute = 60_000;

function everyMinute(onTick: () => void): () => void {
  const timer = setInterval(onTick, minute);
  return () => {
    clearInterval(timer);
  };
}

const nowToTheMinute = () => Math.floor(Date.now() / minute) * minute;

/** A moment as "5 minutes ago", kept current, with the exact time on hover. */
export function Ago({ iso }: { iso: string }) {
  const now = useSyncExternalStore(everyMinute, nowToTheMinute, () => 0);
  return (
    <time dateTime={iso} title={formatDateTime(iso)}>
      {formatAgo(iso, now)}
    </time>
  );
}
