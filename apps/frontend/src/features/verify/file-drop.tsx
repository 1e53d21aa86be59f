'use client';
import { FileArchive } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import { cn } from '@/lib/class-names';

/** A place to drop or choose a file of a kit. It is hashed in the browser; only digests and proofs are sent. */
export function FileDrop({ onFile, isBusy }: { onFile: (file: File) => void; isBusy: boolean }) {
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
        accept=".zip,.json,application/zip,application/json"
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
        <FileArchive className="size-6 text-shell" aria-hidden />
        <span className="mt-3 text-sm font-medium" aria-live="polite">
          {isBusy ? 'Hashing every file…' : 'Drop the ZIP, its manifest or a proof, or choose it'}
        </span>
        <span className="mt-1 text-[13px] text-ink-soft">
          Files are hashed here and stay on your machine; a digest is sent, and a proof if you drop
          one.
        </span>
      </label>
    </div>
  );
}
