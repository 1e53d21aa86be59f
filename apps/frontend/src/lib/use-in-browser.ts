import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/**
 * False in the page as the server wrote it and while React takes that over, true from then on. A page may be taken
 * over after the frame around it: what the frame has loaded by then must wait for this, or the two would differ.
 */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
