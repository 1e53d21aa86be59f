'use client';
import { Switch as Primitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from '@/lib/class-names';

export function Switch({ className, ...props }: ComponentProps<typeof Primitive.Root>) {
  return (
    <Primitive.Root
      className={cn(
        'inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-field-line bg-sunken p-0.5 transition-colors disabled:opacity-55 data-[state=checked]:border-shell data-[state=checked]:bg-shell',
        className,
      )}
      {...props}
    >
      <Primitive.Thumb className="size-4.5 rounded-full bg-field-line transition-transform data-[state=checked]:translate-x-4 data-[state=checked]:bg-surface" />
    </Primitive.Root>
  );
}
