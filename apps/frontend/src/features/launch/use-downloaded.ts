'use client';
import { useSyncExternalStore } from 'react';

const keyOf = (digest: string): string => `hatchr.downloaded.${digest}`;
const listeners = new Set<() => void>();
/** Of this visit, in browsers that keep nothing for the site: whoever has a shared link may block that. */
const unkept = new Set<string>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

function isNoted(digest: string): boolean {
  try {
    return window.localStorage.getItem(keyOf(digest)) !== null || unkept.has(digest);
  } catch {
    return unkept.has(digest);
  }
}

/** Whether this browser has downloaded the kit of a manifest before, and how to note that it does now. */
export function useDownloaded(digest: string): [boolean, () => void] {
  const isDownloaded = useSyncExternalStore(
    subscribe,
    () => isNoted(digest),
    () => false,
  );
  const note = (): void => {
    try {
      window.localStorage.setItem(keyOf(digest), '1');
    } catch {
      unkept.add(digest);
    }
    for (const listener of listeners) listener();
  };
  return [isDownloaded, note];
}
