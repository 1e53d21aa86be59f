'use client';
import { Button } from '@/components/ui/button';

const choices = ['light', 'dark', 'system'] as const;

/** Light, dark, or as the system has it; kept in this browser. */
export function ThemeChoice() {
  const choose = (choice: (typeof choices)[number]) => {
    if (choice === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', choice);
    const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.setAttribute(
      'data-theme',
      choice === 'system' ? (isDark ? 'dark' : 'light') : choice,
    );
  };
  return (
    <div role="group" aria-label="Colours" className="flex flex-wrap gap-2">
      {choices.map((choice) => (
        <Button
          key={choice}
          type="button"
          variant="outline"
          className="capitalize"
          onClick={() => choose(choice)}
        >
          {choice}
        </Button>
      ))}
    </div>
  );
}
