'use client';
import { Maximize } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';

interface FullScreenProps {
  src: string | null;
  alt: string;
  onNext: () => void;
}

const never = () => () => undefined;

/** A button that shows the slide and nothing else on the whole screen; Escape leaves, a click turns the page. */
export function FullScreen({ src, alt, onNext }: FullScreenProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isOffered = useSyncExternalStore(
    never,
    () => document.fullscreenEnabled,
    () => false,
  );
  useEffect(() => {
    const follow = (): void => {
      setOpen(stage.current !== null && document.fullscreenElement === stage.current);
    };
    document.addEventListener('fullscreenchange', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
    };
  }, []);
  useEffect(() => {
    // The arrow keys are heard by the viewer around it.
    if (isOpen) stage.current?.focus();
  }, [isOpen]);
  if (!isOffered || src === null) return null;
  return (
    <>
      <Button
        size="icon"
        aria-label="Full screen"
        onClick={() => void stage.current?.requestFullscreen().catch(() => undefined)}
      >
        <Maximize aria-hidden />
      </Button>
      <div
        ref={stage}
        tabIndex={-1}
        role="presentation"
        onClick={onNext}
        className={isOpen ? 'grid place-items-center bg-black outline-none' : 'hidden'}
      >
        {isOpen && <img src={src} alt={alt} className="max-h-dvh w-full object-contain" />}
      </div>
    </>
  );
}
