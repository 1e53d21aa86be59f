import { useMemo, useSyncExternalStore } from 'react';

/** Stands in for next/navigation in component tests: the address is jsdom's own, the router records. */
export const visited: string[] = [];

const router = {
  push: (href: string) => void visited.push(href),
  replace: (href: string) => void visited.push(href),
  prefetch: () => undefined,
};
export const useRouter = () => router;

const listeners = new Set<() => void>();
const replaceState = window.history.replaceState.bind(window.history);
// Next watches the history the same way, so a page that replaces its query sees it at once.
window.history.replaceState = (...args) => {
  replaceState(...args);
  for (const listener of listeners) listener();
};

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSearchParams(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

export const usePathname = (): string => window.location.pathname;
