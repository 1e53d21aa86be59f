'use client';
import { useSearchParams } from 'next/navigation';

/** Where the tabs begin, for links that open one of them. */
export const tabsId = 'parts-of-the-kit';

/** Which tab is open stands in the address (`tab=`), so a link or a reload opens the same one. */
export function useTab(): [string | null, (key: string) => void] {
  const params = useSearchParams();
  const open = (key: string): void => {
    const next = new URLSearchParams(params);
    next.set('tab', key);
    window.history.replaceState(null, '', `?${next.toString()}`);
  };
  return [params.get('tab'), open];
}
