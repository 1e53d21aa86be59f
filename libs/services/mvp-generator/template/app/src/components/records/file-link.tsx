import { Icon } from '@/components/icon';
import { cn } from '@/lib/class-names';
import type { StoredFile } from '@/lib/files/file-store';
import { formatNumber } from '@/lib/format';

export type ShownFile = Pick<StoredFile, 'id' | 'name' | 'type' | 'size'>;

/** Where the account that a file belongs to opens it. */
export const fileHref = (id: string): string =>
  `${process.env.APP_BASE_PATH ?? ''}/api/files/${id}`;

export const isPicture = (file: ShownFile): boolean => file.type.startsWith('image/');

export const sizeOf = (file: ShownFile): string =>
  `${formatNumber(Math.max(1, Math.round(file.size / 1000)))} kB`;

/** The picture itself, or a sign for what is none. */
export function FileThumb({ file, className }: { file: ShownFile; className?: string }) {
  return isPicture(file) ? (
    // The picture belongs to the account and comes from this app itself, so no optimiser may keep it.
    // biome-ignore lint/performance/noImgElement: see above
    <img
      src={fileHref(file.id)}
      alt=""
      loading="lazy"
      className={cn('shrink-0 rounded-md object-cover', className)}
    />
  ) : (
    <span
      className={cn('grid shrink-0 place-items-center rounded-md bg-subtle text-muted', className)}
    >
      <Icon name="file-text" className="size-4" />
    </span>
  );
}

/** A file in a list: small, by its name. */
export function FileLink({ file }: { file: ShownFile }) {
  return (
    <a
      href={fileHref(file.id)}
      className="inline-flex max-w-full items-center gap-2 align-middle hover:underline"
    >
      <FileThumb file={file} className="size-7" />
      <span className="truncate">{file.name}</span>
    </a>
  );
}

/** A file on the page of its row: the picture or the sound, its name and size, and a way to save it. */
export function FilePreview({ file }: { file: ShownFile }) {
  const href = fileHref(file.id);
  return (
    <div className="space-y-2">
      {isPicture(file) ? (
        <a href={href}>
          {/* biome-ignore lint/performance/noImgElement: no optimiser may keep it */}
          <img
            src={href}
            alt={file.name}
            className="max-h-64 max-w-full rounded-lg border border-line object-contain"
          />
        </a>
      ) : null}
      {file.type.startsWith('audio/') ? (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what a person uploads
        <audio controls preload="none" src={href} aria-label={file.name} className="w-full" />
      ) : null}
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <a
          href={href}
          download={file.name}
          className="min-w-0 break-all text-brand-text underline-offset-4 hover:underline"
        >
          {file.name}
        </a>
        <span className="text-[13px] text-muted tabular-nums">{sizeOf(file)}</span>
      </p>
    </div>
  );
}
