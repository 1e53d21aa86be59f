'use client';
import { useState } from 'react';
import { ACCEPTED, MAX_FILE_BYTES } from '@/lib/files/file-type';

/** A file field of a form: the file that is there, another in its place, or none. Works without JavaScript. */
export function FileControl({
  id,
  name,
  current,
  isInvalid,
  describedBy,
}: {
  id: string;
  name: string;
  /** Name of the file that is there; empty where there is none. */
  current: string;
  isInvalid: boolean;
  describedBy: string;
}) {
  const [isTooLarge, setTooLarge] = useState(false);
  return (
    <div className="space-y-2">
      {current ? (
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm">
          <span className="min-w-0 truncate font-medium">{current}</span>
          <label className="flex items-center gap-2 text-[13px] text-muted">
            <input
              type="checkbox"
              name={`${name}.remove`}
              value="true"
              className="size-4 accent-brand"
            />
            Remove
          </label>
        </div>
      ) : null}
      <input
        id={id}
        type="file"
        name={name}
        accept={ACCEPTED}
        aria-invalid={isInvalid || isTooLarge}
        aria-describedby={describedBy}
        onChange={({ target }) => {
          const tooLarge = (target.files?.[0]?.size ?? 0) > MAX_FILE_BYTES;
          setTooLarge(tooLarge);
          if (tooLarge) target.value = '';
        }}
        className="w-full min-w-0 text-sm text-muted file:mr-3 file:cursor-pointer file:rounded-lg file:border file:border-line file:bg-surface file:px-3 file:py-1.5 file:text-sm file:font-medium file:text-ink"
      />
      {isTooLarge ? (
        <p role="alert" className="text-[13px] text-danger-text">
          A file may have at most 5 MB.
        </p>
      ) : null}
    </div>
  );
}
