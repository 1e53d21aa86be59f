'use client';
import { Icon } from '@/components/icon';

/** Switches between light and dark and remembers it in this browser. */
export function ThemeToggle() {
  const toggle = () => {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem('theme', next);
  };
  return (
    <button
      type="button"
      onClick={toggle}
      aria-label="Switch between light and dark"
      className="grid size-9 cursor-pointer place-items-center rounded-lg text-muted hover:bg-subtle hover:text-ink"
    >
      <Icon name="sun" className="size-4 dark:hidden" />
      <Icon name="moon" className="hidden size-4 dark:block" />
    </button>
  );
}
