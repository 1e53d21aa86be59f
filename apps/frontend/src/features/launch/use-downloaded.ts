'use client';
import { useSyncExternalStore } from 'react';

const keyOf = (digest: string): string => `hatchr.downloaded.${digest}`;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether this browser has downloaded the kit of a manifest before, and how to note that it does now. */
export function useDownloaded(digest: string): [boolean, () => void] {
  const isDownloaded = useSyncExternalStore(
    subscribe,
    () => window.localStorage.getItem(keyOf(digest)) !== null,
    () => false,
  );
  const note = (): void => {
    window.localStorage.setItem(keyOf(digest), '1');
    for (const listener of listeners) listener();
  };
  return [isDownloaded, note];
}
