'use client';
import type { JobEvent, JobEventLevel } from '@hatchr/contracts';
import { ArrowDownToLine, Pause } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { cn } from '@/lib/class-names';
import { formatClock } from '@/lib/format';

const colourOfLevel = {
  debug: 'text-ink-faint',
  info: 'text-ink',
  warn: 'text-yolk-ink',
  error: 'text-bad',
} as const satisfies Record<JobEventLevel, string>;

const wordOfLevel = { debug: 'debug', info: 'info', warn: 'warn', error: 'error' } as const;

/** The log as plain text, for the clipboard: time, level, step, message. */
export function logAsText(events: JobEvent[]): string {
  return events
    .map((event) => `${event.at} ${event.level.padEnd(5)} ${event.step ?? 'job'} ${event.message}`)
    .join('\n');
}

/** Within this many px of its end the log counts as followed: sub-pixel scrolling never lands exactly. */
const followSlack = 24;

/** Every event of the job. It follows the newest line until the reader scrolls up or pauses it. */
export function LiveLog({ events, isLive }: { events: JobEvent[]; isLive: boolean }) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [isFollowing, setIsFollowing] = useState(true);
  const count = events.length;

  useLayoutEffect(() => {
    if (isFollowing && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [count, isFollowing]);

  const onScroll = (): void => {
    const log = box.current;
    if (log) setIsFollowing(log.scrollHeight - log.scrollTop - log.clientHeight < followSlack);
  };

  return (
    <section
      aria-labelledby={id}
      className="flex h-full min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-card"
    >
      <header className="flex items-center gap-1 border-b border-line py-1.5 ps-4 pe-1.5">
        <h2 id={id} className="text-sm font-medium">
          Live log
        </h2>
        <span className="tabular ms-2 text-[13px] text-ink-faint">
          {count} {count === 1 ? 'line' : 'lines'}
        </span>
        <div className="ms-auto flex">
          {isLive && (
            <Button
              variant="ghost"
              size="sm"
              aria-pressed={!isFollowing}
              onClick={() => {
                setIsFollowing(!isFollowing);
              }}
            >
              {isFollowing ? <Pause aria-hidden /> : <ArrowDownToLine aria-hidden />}
              {isFollowing ? 'Pause' : 'Follow'}
            </Button>
          )}
          <CopyButton text={logAsText(events)} label="Copy log" isIconOnly />
        </div>
      </header>
      <div
        ref={box}
        role="log"
        aria-label="Live log"
        // Lines come fast; the page announces the steps instead, and the log is read on demand.
        aria-live="off"
        tabIndex={0}
        onScroll={onScroll}
        className="relative min-h-0 flex-1 overflow-auto py-3 font-mono text-[12.5px] leading-[1.65] focus-visible:-outline-offset-2"
      >
        {count === 0 && <p className="px-4 text-ink-faint">Waiting for the first line…</p>}
        {events.map((event) => (
          <LogLine key={event.seq} event={event} />
        ))}
      </div>
    </section>
  );
}

function LogLine({ event }: { event: JobEvent }) {
  return (
    <div className="flex gap-3 px-4 hover:bg-sunken dark:hover:bg-raised">
      <time className="tabular shrink-0 text-ink-faint" dateTime={event.at}>
        {formatClock(event.at)}
      </time>
      <span className={cn('min-w-0 flex-1 wrap-anywhere', colourOfLevel[event.level])} dir="auto">
        {event.level !== 'info' && (
          <span className="me-2 font-medium">{wordOfLevel[event.level]}</span>
        )}
        {event.message}
      </span>
    </div>
  );
}
