'use client';
import { useTheme } from 'next-themes';
import { Toaster as Sonner } from 'sonner';

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === 'dark' ? 'dark' : 'light'}
      position="bottom-center"
      toastOptions={{
        classNames: {
          toast:
            'font-sans! rounded-lg! border-line! bg-surface! text-ink! shadow-raised! dark:bg-raised!',
          description: 'text-ink-soft!',
        },
      }}
    />
  );
}
