'use client';
import type { ReactNode } from 'react';

/** Switches between light and dark and remembers it in this browser. Its icons come from the server. */
export function ThemeSwitch({ children }: { children: ReactNode }) {
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
      {children}
    </button>
  );
}
