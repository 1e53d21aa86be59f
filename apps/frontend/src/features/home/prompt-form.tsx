'use client';
import { promptLimits } from '@hatchr/contracts';
import { ArrowRight, CircleAlert } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/class-names';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { checkPrompt, countCharacters, isNearLimit } from './check-prompt';
import { exampleIdeas } from './example-ideas';
import { IdentityControl } from './identity-control';
import { attemptKeyOf, clearDraft, usePromptDraft } from './prompt-draft';

const fieldName = 'idea';
const toCount = new Intl.NumberFormat('en');

/** Submits the idea once and goes to its progress page; on a refusal the text stays and the reason is shown. */
function useHatch(): {
  hatch: (text: string) => void;
  isBusy: boolean;
  serverError: string | null;
} {
  const router = useRouter();
  const generate = trpc.generate.useMutation({
    onSuccess: ({ jobId }) => {
      clearDraft();
      router.push(`/generate?job=${encodeURIComponent(jobId)}`);
    },
  });
  return {
    hatch: (text) => {
      const prompt = text.trim();
      generate.mutate({ prompt, idempotencyKey: attemptKeyOf(prompt) });
    },
    // Still busy after success: the button must not offer a second job while the next page loads.
    isBusy: generate.isPending || generate.isSuccess,
    serverError: generate.error ? toShownError(generate.error).message : null,
  };
}

export function PromptForm() {
  const [text, setText] = usePromptDraft();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { hatch, isBusy, serverError } = useHatch();
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const error = refusal ?? serverError;

  // Before React takes the page over, a person may have typed into the field, or even sent the form, which then comes
  // back as part of the address.
  useLayoutEffect(() => {
    const url = new URL(window.location.href);
    const early = field.current?.value || url.searchParams.get(fieldName);
    if (early) setText(early);
    if (!url.searchParams.has(fieldName)) return;
    url.searchParams.delete(fieldName);
    window.history.replaceState(null, '', url);
  }, [setText]);

  const submit = (): void => {
    if (isBusy) return;
    const problem = checkPrompt(text);
    setRefusal(problem);
    if (problem) field.current?.focus();
    else hatch(text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes (Japanese, Chinese, Korean), Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  const change = (next: string): void => {
    setText(next);
    setRefusal(null);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div
        className={cn(
          'rounded-xl border bg-surface shadow-raised transition-[border-color] focus-within:border-focus focus-within:ring-1 focus-within:ring-focus',
          error ? 'border-bad' : 'border-field-line',
        )}
      >
        <label htmlFor={id} className="sr-only">
          Describe your startup idea
        </label>
        <textarea
          ref={field}
          id={id}
          name={fieldName}
          dir="auto"
          rows={3}
          value={text}
          onChange={(event) => {
            change(event.target.value);
          }}
          onKeyDown={onKeyDown}
          placeholder="An app that…"
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint ${id}-error`}
          className="field-sizing-content block max-h-80 min-h-28 w-full resize-none rounded-t-xl bg-transparent px-5 pt-4.5 pb-3 text-[17px] leading-relaxed outline-none placeholder:text-ink-faint"
        />
        <div className="flex flex-wrap items-center gap-x-1 gap-y-3 px-3 pb-3">
          <IdentityControl />
          <div className="ms-auto flex items-center">
            <PromptCount count={countCharacters(text)} />
            <Button
              type="submit"
              variant="primary"
              size="lg"
              className="max-sm:px-4"
              isBusy={isBusy}
            >
              Hatch it
              {!isBusy && <ArrowRight className="rtl:rotate-180" aria-hidden />}
            </Button>
          </div>
        </div>
      </div>
      <p id={`${id}-hint`} className="sr-only">
        3 to 2,000 characters, in any language. Enter sends, Shift and Enter starts a new line.
      </p>
      <div id={`${id}-error`} role="alert">
        {error && (
          <p className="mt-3 flex gap-2 text-sm text-bad">
            <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {error}
          </p>
        )}
      </div>
      <ExampleChips
        onPick={(idea) => {
          change(idea);
          field.current?.focus();
        }}
      />
    </form>
  );
}

function PromptCount({ count }: { count: number }) {
  const isOver = count > promptLimits.max;
  return (
    <output
      aria-live="polite"
      className={cn(
        'tabular text-[13px] not-empty:me-3',
        isOver ? 'font-medium text-bad' : 'text-ink-faint',
      )}
    >
      {isNearLimit(count) && `${toCount.format(count)} / ${toCount.format(promptLimits.max)}`}
    </output>
  );
}

function ExampleChips({ onPick }: { onPick: (idea: string) => void }) {
  return (
    <div className="mt-4 flex flex-wrap items-center gap-2" role="group" aria-label="Example ideas">
      <span className="me-1 text-[13px] text-ink-faint">Try</span>
      {exampleIdeas.map((idea) => (
        <button
          key={idea}
          type="button"
          dir="auto"
          className="rounded-full border border-line bg-surface px-3 py-1.5 text-start text-[13px] text-ink-soft transition-colors hover:border-shell-line hover:bg-shell-tint hover:text-ink"
          onClick={() => {
            onPick(idea);
          }}
        >
          {idea}
        </button>
      ))}
    </div>
  );
}
