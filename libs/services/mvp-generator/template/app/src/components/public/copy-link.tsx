'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies the full address of a page of this app. */
export function CopyLink({ path }: { path: string }) {
  const [label, setLabel] = useState('Copy link');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(path, window.location.origin).href);
      setLabel('Copied');
    } catch {
      setLabel('Could not copy');
    }
  };
  return (
    <Button type="button" variant="outline" onClick={() => void copy()}>
      <span aria-live="polite">{label}</span>
    </Button>
  );
}
