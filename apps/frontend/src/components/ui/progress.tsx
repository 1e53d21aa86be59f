'use client';
import { Progress as Primitive } from 'radix-ui';
import { cn } from '@/lib/class-names';

interface ProgressProps {
  /** 0 to 100. */
  value: number;
  label: string;
  tone?: 'shell' | 'good' | 'bad' | 'still';
  className?: string;
}

const fillOfTone = {
  shell: 'bg-shell-fill',
  good: 'bg-good',
  bad: 'bg-bad',
  still: 'bg-ink-faint',
} as const;

export function Progress({ value, label, tone = 'shell', className }: ProgressProps) {
  return (
    <Primitive.Root
      value={value}
      aria-label={label}
      className={cn('h-1.5 overflow-hidden rounded-full bg-line', className)}
    >
      <Primitive.Indicator
        className={cn(
          'h-full rounded-full transition-[width] duration-500 ease-out',
          fillOfTone[tone],
        )}
        style={{ width: `${String(value)}%` }}
      />
    </Primitive.Root>
  );
}
