'use client';
import type { ModelSettings } from '@hatchr/contracts';
import { useState, type SubmitEvent } from 'react';
import { toast } from 'sonner';
import { Ago } from '@/components/ui/ago';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { TextField } from '@/components/ui/text-field';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';

type Provider = ModelSettings['providers'][number];

/** One provider: whether a key is kept for it, and how to give or remove one. */
export function ModelKeyRow({ provider }: { provider: Provider }) {
  const [isEditing, setIsEditing] = useState(false);
  const { name, models, keySetAt } = provider;
  return (
    <div className="p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h3 className="flex items-center gap-2.5 text-[15px] font-medium">
            {name}
            {keySetAt && <Badge tone="good">Key kept</Badge>}
          </h3>
          <p className="mt-1 text-[13px] text-ink-soft">
            {keySetAt ? (
              <>
                Set <Ago iso={keySetAt} />. Used for {models.join(', ')}.
              </>
            ) : (
              `With a key: ${models.join(', ')}.`
            )}
          </p>
        </div>
        {!isEditing && (
          <div className="flex gap-2">
            <Button
              size="sm"
              onClick={() => {
                setIsEditing(true);
              }}
            >
              {keySetAt ? 'Replace' : `Add ${name} key`}
            </Button>
            {keySetAt && <RemoveKey provider={provider} />}
          </div>
        )}
      </div>
      {isEditing && (
        <KeyForm
          provider={provider}
          onClose={() => {
            setIsEditing(false);
          }}
        />
      )}
    </div>
  );
}

function RemoveKey({ provider: { provider, name } }: { provider: Provider }) {
  const utils = trpc.useUtils();
  const remove = trpc.models.removeKey.useMutation();
  const confirm = async (): Promise<void> => {
    try {
      utils.models.settings.setData(undefined, await remove.mutateAsync({ provider }));
      toast.success(`Your ${name} key is gone.`);
    } catch (error) {
      toast.error(toShownError(error).message);
    }
  };
  return (
    <ConfirmDialog
      trigger={
        <Button size="sm" variant="danger">
          Remove
        </Button>
      }
      title={`Remove your ${name} key?`}
      description="Your kits are then made without it. Kits that it helped to make stay as they are."
      confirmLabel="Remove key"
      dismissLabel="Keep it"
      onConfirm={confirm}
    />
  );
}

function KeyForm({
  provider: { provider, name },
  onClose,
}: {
  provider: Provider;
  onClose: () => void;
}) {
  const utils = trpc.useUtils();
  const set = trpc.models.setKey.useMutation();
  const [key, setKey] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const problemOfKey = checkKey(key);
    setProblem(problemOfKey);
    if (problemOfKey) return;
    try {
      utils.models.settings.setData(undefined, await set.mutateAsync({ provider, key }));
      toast.success(`${name} knows the key. Your next kit uses it.`);
      onClose();
    } catch (error) {
      setProblem(toShownError(error).message);
    }
  };
  return (
    <form noValidate className="mt-4" onSubmit={(event) => void submit(event)}>
      <TextField
        label={`${name} API key`}
        name={`${provider}-key`}
        // Not a password of this site: managers should neither offer one nor keep this.
        type="password"
        autoComplete="off"
        data-1p-ignore
        spellCheck={false}
        autoFocus
        value={key}
        onChange={(event) => {
          setKey(event.target.value);
          setProblem(undefined);
        }}
        hint={`${name} is asked once whether it knows the key.`}
        error={problem}
      />
      <div className="mt-4 flex gap-2">
        <Button type="submit" variant="primary" size="sm" isBusy={set.isPending}>
          Check and keep
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** What can be told of a key without asking its provider. */
function checkKey(key: string): string | undefined {
  const trimmed = key.trim();
  if (trimmed.length < 8) return 'Paste the whole key.';
  if (!/^[\x21-\x7e]+$/u.test(trimmed))
    return 'A key has no spaces and only plain letters. Copy it again.';
  return undefined;
}
