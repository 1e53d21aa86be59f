import { FileForm } from './file-form';
import { Icon } from '@/components/icon';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { EntityDefinition } from '@/lib/entity';
import { attachFile, deleteFile } from '@/lib/files/file-actions';
import { listFiles, type StoredFile } from '@/lib/files/file-store';
import { formatNumber } from '@/lib/format';

const base = process.env.APP_BASE_PATH ?? '';

function FileRow({ file }: { file: StoredFile }) {
  const href = `${base}/api/files/${file.id}`;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 text-sm">
      {file.type.startsWith('image/') ? (
        // The picture belongs to the account and comes from this app itself, so no optimiser may keep it.
        // eslint-disable-next-line @next/next/no-img-element
        <img src={href} alt="" className="size-9 shrink-0 rounded-md object-cover" />
      ) : (
        <span className="grid size-9 shrink-0 place-items-center rounded-md bg-subtle text-muted">
          <Icon name="file-text" className="size-4" />
        </span>
      )}
      <a href={href} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {file.name}
      </a>
      <span className="shrink-0 text-[13px] text-muted tabular-nums">
        {formatNumber(Math.max(1, Math.round(file.size / 1000)))} kB
      </span>
      <form action={deleteFile.bind(null, file.id)}>
        <Button variant="ghost" size="sm" aria-label={`Delete ${file.name}`}>
          Delete
        </Button>
      </form>
    </li>
  );
}

/** The files of a row: open, add, delete. */
export async function FilePanel({ entity, id }: { entity: EntityDefinition; id: string }) {
  const files = await listFiles(id);
  return (
    <section className="mt-8" aria-label="Files">
      <h2 className="mb-2.5 text-sm font-semibold">Files</h2>
      <Card className="divide-y divide-line">
        {files.length > 0 ? (
          <ul className="divide-y divide-line">
            {files.map((file) => (
              <FileRow key={file.id} file={file} />
            ))}
          </ul>
        ) : null}
        <FileForm key={files.length} action={attachFile.bind(null, entity.key, id)} />
      </Card>
    </section>
  );
}
