'use client';
import type { ReactNode } from 'react';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';

interface LightboxProps {
  src: string;
  title: string;
  /** Accessible name of the button that opens it. */
  label: string;
  children: ReactNode;
}

/** A picture that opens as large as the window allows. */
export function Lightbox({ src, title, label, children }: LightboxProps) {
  return (
    <Dialog>
      <DialogTrigger
        aria-label={label}
        className="block w-full cursor-zoom-in overflow-hidden rounded-lg border border-line bg-sunken shadow-card"
      >
        {children}
      </DialogTrigger>
      <DialogContent
        title={title}
        description="Enlarged picture"
        isTitleHidden
        className="max-w-[min(90rem,calc(100vw-2rem))] p-2 pt-12"
      >
        <img
          src={src}
          alt={title}
          className="mx-auto max-h-[calc(100dvh-8rem)] max-w-full rounded-lg"
        />
      </DialogContent>
    </Dialog>
  );
}
