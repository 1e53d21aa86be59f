'use client';
import { manifestFileName } from '@hatchr/contracts';
import { FileJson } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import { cn } from '@/lib/class-names';

/** A place to drop or choose a manifest. It is hashed in the browser; only the digest is sent. */
export function ManifestDrop({ onFile }: { onFile: (file: File) => void }) {
  const id = useId();
  const [isOver, setIsOver] = useState(false);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const file = event.dataTransfer.files[0];
    if (file) onFile(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={drop}
    >
      <input
        id={id}
        type="file"
        accept=".json,application/json"
        className="peer sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file);
          // So that choosing the same file again asks again.
          event.target.value = '';
        }}
      />
      <label
        htmlFor={id}
        className={cn(
          'flex cursor-pointer flex-col items-center rounded-lg border border-dashed px-6 py-9 text-center transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus hover:border-shell hover:bg-shell-tint',
          isOver ? 'border-shell bg-shell-tint' : 'border-field-line',
        )}
      >
        <FileJson className="size-6 text-shell" aria-hidden />
        <span className="mt-3 text-sm font-medium">Drop {manifestFileName}, or choose it</span>
        <span className="mt-1 text-[13px] text-ink-soft">
          It stays on your machine; only its digest is sent.
        </span>
      </label>
    </div>
  );
}
