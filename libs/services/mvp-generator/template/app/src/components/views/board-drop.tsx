'use client';
import { useState, useTransition, type DragEvent, type ReactNode } from 'react';
import { cn } from '@/lib/class-names';

const cardOf = (event: DragEvent) => (event.target as Element).closest<HTMLElement>('[data-card]');
const columnOf = (event: DragEvent) =>
  (event.target as Element).closest<HTMLElement>('[data-column]');

/**
 * Lets cards be dragged to another column. It only listens: cards and columns come from the server, and their arrow
 * buttons do the same by keyboard, by touch and without JavaScript.
 */
export function BoardDrop({
  move,
  className,
  children,
}: {
  move: (id: string, value: string) => Promise<void>;
  className?: string;
  children: ReactNode;
}) {
  const [dragged, setDragged] = useState<{ id: string; column: string } | null>(null);
  const [message, setMessage] = useState('');
  const [isPending, startTransition] = useTransition();

  const mark = (column: HTMLElement | null) => {
    for (const element of document.querySelectorAll('[data-column][data-over]'))
      element.removeAttribute('data-over');
    column?.setAttribute('data-over', '');
  };
  const start = (event: DragEvent) => {
    const card = cardOf(event);
    const column = columnOf(event)?.dataset.column;
    if (!card?.dataset.card || column === undefined) return;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', card.dataset.title ?? '');
    setDragged({ id: card.dataset.card, column });
  };
  const over = (event: DragEvent) => {
    const column = columnOf(event);
    if (!dragged || !column) return;
    event.preventDefault();
    mark(column);
  };
  const drop = (event: DragEvent) => {
    const { column: value, label = '' } = columnOf(event)?.dataset ?? {};
    mark(null);
    setDragged(null);
    if (!dragged || value === undefined || value === dragged.column) return;
    event.preventDefault();
    startTransition(async () => {
      try {
        await move(dragged.id, value);
        setMessage(`Moved to ${label}.`);
      } catch {
        setMessage('The card could not be moved.');
      }
    });
  };
  const end = () => {
    mark(null);
    setDragged(null);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: each card has buttons that do the same
    <div
      className={cn(className, isPending && 'opacity-70')}
      onDragStart={start}
      onDragOver={over}
      onDrop={drop}
      onDragEnd={end}
    >
      {children}
      <p role="status" className="sr-only">
        {message}
      </p>
    </div>
  );
}
