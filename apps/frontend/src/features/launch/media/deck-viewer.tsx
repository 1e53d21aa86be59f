'use client';
import type { Artifact } from '@hatchr/contracts';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/class-names';
import { toOwnPath } from '@/lib/web-url';
import { FullScreen } from './full-screen';
import { Lightbox } from './lightbox';

export interface SlideView {
  title: string;
  notes: string;
  preview: Artifact | undefined;
}

/** One slide large, its notes beside it, all of them in a row below. Arrow keys turn the pages, on the full screen too. */
export function DeckViewer({ slides }: { slides: SlideView[] }) {
  const [index, setIndex] = useState(0);
  const slide = slides[index];
  const go = (to: number): void => {
    setIndex(Math.min(slides.length - 1, Math.max(0, to)));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') go(index + 1);
    else if (event.key === 'ArrowLeft') go(index - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(slides.length - 1);
    else return;
    event.preventDefault();
  };
  if (!slide) return <p className="text-sm text-ink-soft">This kit has no deck.</p>;
  const counter = `Slide ${String(index + 1)} of ${String(slides.length)}`;
  return (
    <div onKeyDown={onKeyDown} role="group" aria-roledescription="carousel" aria-label="Slides">
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <SlidePicture slide={slide} label={counter} />
        <div className="flex flex-col">
          <p className="tabular text-[13px] text-ink-faint" aria-live="polite">
            {counter}
          </p>
          <h3 className="mt-1 font-semibold tracking-[-0.01em]" dir="auto">
            {slide.title}
          </h3>
          {slide.notes !== '' && (
            <>
              <h4 className="mt-4 text-[13px] text-ink-faint">Speaker notes</h4>
              <p
                className="mt-1 text-sm leading-relaxed whitespace-pre-line text-ink-soft"
                dir="auto"
              >
                {slide.notes}
              </p>
            </>
          )}
          <div className="mt-auto flex gap-2 pt-6">
            <Button
              size="icon"
              aria-label="Previous slide"
              disabled={index === 0}
              onClick={() => {
                go(index - 1);
              }}
            >
              <ChevronLeft aria-hidden />
            </Button>
            <Button
              size="icon"
              aria-label="Next slide"
              disabled={index === slides.length - 1}
              onClick={() => {
                go(index + 1);
              }}
            >
              <ChevronRight aria-hidden />
            </Button>
            <FullScreen
              src={slide.preview ? toOwnPath(slide.preview.url) : null}
              alt={`${counter}: ${slide.title}`}
              onNext={() => {
                go(index + 1);
              }}
            />
          </div>
        </div>
      </div>
      <SlideRow slides={slides} index={index} onPick={go} />
    </div>
  );
}

function SlidePicture({ slide, label }: { slide: SlideView; label: string }) {
  const src = slide.preview ? toOwnPath(slide.preview.url) : null;
  if (!src)
    return (
      <div className="grid aspect-video place-items-center rounded-lg border border-dashed border-line-strong text-sm text-ink-faint">
        No preview of this slide
      </div>
    );
  return (
    <Lightbox src={src} title={slide.title} label={`Enlarge ${label.toLowerCase()}`}>
      <img
        src={src}
        alt={`${label}: ${slide.title}`}
        width={1280}
        height={720}
        className="aspect-video w-full object-contain"
      />
    </Lightbox>
  );
}

interface SlideRowProps {
  slides: SlideView[];
  index: number;
  onPick: (index: number) => void;
}

function SlideRow({ slides, index, onPick }: SlideRowProps) {
  return (
    <ul className="mt-4 flex gap-3 overflow-x-auto p-1" aria-label="All slides">
      {slides.map((slide, position) => {
        const src = slide.preview ? toOwnPath(slide.preview.url) : null;
        return (
          <li key={`${String(position)}-${slide.title}`} className="shrink-0">
            <button
              type="button"
              aria-current={position === index}
              aria-label={`Show slide ${String(position + 1)}: ${slide.title}`}
              onClick={() => {
                onPick(position);
              }}
              className={cn(
                'block w-32 overflow-hidden rounded-md border transition-colors',
                position === index ? 'border-shell ring-1 ring-shell' : 'border-line',
              )}
            >
              {src ? (
                <img
                  src={src}
                  alt=""
                  width={256}
                  height={144}
                  loading="lazy"
                  className="aspect-video w-full object-cover"
                />
              ) : (
                <span className="grid aspect-video place-items-center text-xs text-ink-faint">
                  {position + 1}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
