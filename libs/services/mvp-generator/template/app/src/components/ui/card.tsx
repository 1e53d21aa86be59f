import type { HTMLAttributes } from 'react';
import { cn } from '@/lib/class-names';

export function Card({ className, ...props }: HTMLAttributes<HTMLDivElement>) {
  return (
    <div
      className={cn('rounded-xl border border-line bg-surface shadow-xs', className)}
      {...props}
    />
  );
}

const tones = {
  neutral: 'bg-subtle text-muted ring-line',
  brand: 'bg-brand-soft text-brand-text ring-brand-line',
  good: 'bg-good-soft text-good-text ring-good-line',
  warning: 'bg-warning-soft text-warning-text ring-warning-line',
  danger: 'bg-danger-soft text-danger-text ring-danger-line',
};
export type Tone = keyof typeof tones;

/** The colours of a tone, for what is not a badge; neutral takes those of the brand. */
export const toneClass = (tone: Tone): string => tones[tone === 'neutral' ? 'brand' : tone];

export function Badge({
  tone = 'neutral',
  className,
  ...props
}: HTMLAttributes<HTMLSpanElement> & { tone?: Tone }) {
  return (
    <span
      className={cn(
        'inline-flex items-center rounded-md px-1.5 py-0.5 text-xs font-medium whitespace-nowrap ring-1 ring-inset',
        tones[tone],
        className,
      )}
      {...props}
    />
  );
}

const byWord: [RegExp, Tone][] = [
  [
    /cancel|lost|major_outage|overdue|reject|refus|fail|broken|lapsed|declin|no_show|down|urgent|high|absent|void/,
    'danger',
  ],
  [
    /done|complet|operational|resolved|paid|active|accept|confirm|won|approv|resolv|publish|ready|healthy|hired|adopted|returned|going|shipped|up$|present/,
    'good',
  ],
  [
    /pending|waiting|degraded|partial|maintenance|investigat|identified|monitoring|due|sent|review|hold|maybe|paused|trial|medium|interview|draft|progress|planned|expiring|repair/,
    'warning',
  ],
];

/** The tone of a status by its name; a word that is not known stays neutral. */
export function toneOf(value: unknown): Tone {
  const word = String(value);
  return byWord.find(([pattern]) => pattern.test(word))?.[1] ?? 'neutral';
}
