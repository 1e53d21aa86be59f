'use client';
import type { Evidence } from '@hatchr/contracts';
import { Quote } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { OutsideLink } from '@/components/ui/outside-link';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { formatDate } from '@/lib/format';

const sourceLabel = {
  catalogue: 'Bundled catalogue',
  page: 'Page that was read',
  api: 'Search service',
} as const satisfies Record<Evidence['source'], string>;

interface EvidencePopoverProps {
  /** What the evidence is about, for the accessible name. */
  about: string;
  items: Evidence[];
}

/** The facts behind a statement, each with its source and date. */
export function EvidencePopover({ about, items }: EvidencePopoverProps) {
  if (items.length === 0) return <span className="text-[13px] text-ink-faint">No evidence</span>;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" className="-me-2 px-2 text-ink-soft">
          <Quote aria-hidden />
          {items.length} {items.length === 1 ? 'source' : 'sources'}
          <span className="sr-only"> on {about}</span>
        </Button>
      </PopoverTrigger>
      <EvidenceList about={about} items={items} />
    </Popover>
  );
}

/** The open popover: each fact with the words of its page, its source and its date. */
export function EvidenceList({ about, items }: EvidencePopoverProps) {
  return (
    <PopoverContent aria-label={`Sources on ${about}`} className="max-h-80 overflow-y-auto p-0">
      <ul>
        {items.map((item) => (
          <li key={item.id} className="p-4 not-first:border-t not-first:border-line">
            <p dir="auto">{item.claim}</p>
            {item.snippet && (
              <blockquote
                className="mt-2 border-s-2 border-line-strong ps-3 text-[13px] text-ink-soft"
                dir="auto"
              >
                {item.snippet}
              </blockquote>
            )}
            <p className="mt-2 text-[13px] text-ink-faint">
              {sourceLabel[item.source]}, {formatDate(item.asOf)}
            </p>
            <OutsideLink href={item.url} className="mt-0.5 max-w-full text-[13px]">
              <span className="truncate">{item.url.replace(/^https?:\/\//, '')}</span>
            </OutsideLink>
          </li>
        ))}
      </ul>
    </PopoverContent>
  );
}
