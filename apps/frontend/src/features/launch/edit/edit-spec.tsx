'use client';
import { productSpecSchema, type Project } from '@hatchr/contracts';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextField } from '@/components/ui/text-field';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { SpecEditor } from './spec-editor';
import type { SpecDraft } from './use-spec-draft';

/** The editor of a specification, and the button that makes the next revision of it. */
export default function EditSpec({ project }: { project: Project }) {
  return (
    <SpecEditor
      project={project}
      renderSubmit={(draft, changes, isSound) => (
        <Submit project={project} draft={draft} changes={changes} isSound={isSound} />
      )}
    />
  );
}

/** Changes that are told one by one; more than these are counted. */
const toldChanges = 8;

interface SubmitProps {
  project: Project;
  draft: SpecDraft;
  changes: string[];
  isSound: boolean;
}

function Submit({ project, draft, changes, isSound }: SubmitProps) {
  const router = useRouter();
  const [note, setNote] = useState('');
  // The same draft sent twice, by an impatient click or a lost answer, makes one job.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const check = trpc.projects.draftSpec.useMutation();
  const regenerate = trpc.projects.regenerate.useMutation();
  const next = project.revision.total + 1;
  const send = async (): Promise<void> => {
    const { projectId } = project;
    const checked = await check.mutateAsync({ projectId, spec: draft.spec });
    if (checked.problems.length > 0) return;
    const { jobId } = await regenerate.mutateAsync({
      projectId,
      spec: productSpecSchema.parse(checked.spec),
      ...(note.trim() ? { note: note.trim() } : {}),
      idempotencyKey,
    });
    draft.forget();
    router.push(`/generate?job=${encodeURIComponent(jobId)}`);
  };
  const failure = check.error ?? regenerate.error;
  const problems = check.data?.problems ?? [];
  return (
    <Card className="mt-10 p-5">
      <h2 className="font-semibold tracking-[-0.02em]">Revision {next}</h2>
      {changes.length === 0 ? (
        <p className="mt-1 text-sm text-ink-soft">Nothing is changed yet.</p>
      ) : (
        <ul aria-label="What will change" className="mt-2 list-disc ps-5 text-sm text-ink-soft">
          {changes.slice(0, toldChanges).map((change) => (
            <li key={change} dir="auto" className="wrap-anywhere">
              {change}
            </li>
          ))}
          {changes.length > toldChanges && <li>and {changes.length - toldChanges} more</li>}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap items-end gap-4">
        <TextField
          label="Note (optional)"
          value={note}
          maxLength={200}
          className="min-w-0 flex-1 basis-64"
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
        <Button
          variant="primary"
          disabled={!draft.isChanged || !isSound}
          isBusy={check.isPending || regenerate.isPending}
          onClick={() => {
            // What went wrong is shown below; the mutation keeps it.
            send().catch(() => undefined);
          }}
        >
          Regenerate as revision {next}
        </Button>
      </div>
      <div role="alert" className="text-sm text-bad">
        {draft.isChanged && !isSound && (
          <p className="mt-3">Mend what is marked in the form first.</p>
        )}
        {problems.map(({ path, message }) => (
          <p key={`${path} ${message}`} className="mt-3">
            {message}
          </p>
        ))}
        {failure && <p className="mt-3">{toShownError(failure).message}</p>}
      </div>
    </Card>
  );
}
