import { useEffect } from 'react';

/** Sets the tab's title while the component is there. */
export function useDocumentTitle(title: string | null): void {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
