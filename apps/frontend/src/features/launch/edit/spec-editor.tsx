'use client';
import type { Project } from '@hatchr/contracts';
import { Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { describeChanges } from './describe-changes';
import { ProblemsContext } from './edit-field';
import { EntitiesForm } from './entities-form';
import { FlowsForm } from './flows-form';
import { PricingForm } from './pricing-form';
import { findProblems, useSpecDraft, type SpecDraft } from './use-spec-draft';
import { BehaviourForm, WordsForm } from './words-form';

interface SpecEditorProps {
  project: Project;
  /** What is done with the draft: told what it changes in words, and whether it may be sent. */
  renderSubmit: (draft: SpecDraft, changes: string[], isSound: boolean) => ReactNode;
}

/** The whole specification as a form; what is typed stays in this browser until it becomes a revision. */
export function SpecEditor({ project, renderSubmit }: SpecEditorProps) {
  const draft = useSpecDraft(project.projectId, project.spec, project.manifestDigest);
  const problems = draft.isChanged ? findProblems(draft.spec) : new Map<string, string>();
  const changes = describeChanges(project.spec, draft.spec);
  return (
    <ProblemsContext value={problems}>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <p className="me-auto text-sm text-ink-soft">
          Everything in the kit is made from this. Your edits stay in this browser until you
          regenerate.
        </p>
        {draft.isRecovered && draft.isChanged && (
          <Badge tone="yolk">Unsaved edits were restored</Badge>
        )}
        <Button size="sm" disabled={!draft.canUndo} onClick={draft.undo}>
          <Undo2 aria-hidden />
          Undo
        </Button>
        <ConfirmDialog
          trigger={
            <Button size="sm" disabled={!draft.isChanged}>
              Reset
            </Button>
          }
          title="Throw your edits away?"
          description="The form goes back to the revision that is shown. Undo brings your edits back while you stay on this page."
          confirmLabel="Reset the form"
          dismissLabel="Keep editing"
          onConfirm={() => {
            draft.reset();
            return Promise.resolve();
          }}
        />
      </div>
      <WordsForm draft={draft} />
      <EntitiesForm draft={draft} />
      <BehaviourForm draft={draft} />
      <FlowsForm draft={draft} />
      <PricingForm draft={draft} />
      {renderSubmit(draft, changes, problems.size === 0)}
    </ProblemsContext>
  );
}
