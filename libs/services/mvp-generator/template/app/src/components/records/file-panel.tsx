import { FileForm } from './file-form';
import { fileHref, FileThumb, sizeOf } from './file-link';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { valueOf, type BaseRow, type EntityDefinition } from '@/lib/entity';
import { attachFile, deleteFile } from '@/lib/files/file-actions';
import { listFiles, type StoredFile } from '@/lib/files/file-store';

function FileRow({ file }: { file: StoredFile }) {
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 text-sm">
      <FileThumb file={file} className="size-9" />
      <a href={fileHref(file.id)} className="min-w-0 flex-1 truncate font-medium hover:underline">
        {file.name}
      </a>
      <span className="shrink-0 text-[13px] text-muted tabular-nums">{sizeOf(file)}</span>
      <form action={deleteFile.bind(null, file.id)}>
        <Button variant="ghost" size="sm" aria-label={`Delete ${file.name}`}>
          Delete
        </Button>
      </form>
    </li>
  );
}

/** The files of a row that no field holds: open, add, delete. */
export async function FilePanel({ entity, row }: { entity: EntityDefinition; row: BaseRow }) {
  const held = entity.fields.map((field) => field.kind === 'file' && valueOf(row, field.name));
  const files = (await listFiles(row.id)).filter((file) => !held.includes(file.id));
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
        <FileForm key={files.length} action={attachFile.bind(null, entity.key, row.id)} />
      </Card>
    </section>
  );
}
