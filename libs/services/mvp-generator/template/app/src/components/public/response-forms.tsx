import { Icon } from '@/components/icon';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { sendResponse } from '@/lib/public-actions';
import type { PublishedRow } from '@/lib/public-data';

const words = {
  booking: { open: 'Request this time', send: 'Send the request' },
  listing: { open: 'Ask about this', send: 'Send the enquiry' },
  rsvp: { open: 'Answer', send: 'Send the answer' },
};
const answers = { yes: 'Yes', maybe: 'Maybe', no: 'No' };

/** What a visitor sends for a row. Its name is read out with the link, because a page has many of them. */
export function ResponseForm({
  kind,
  row,
  name,
}: {
  kind: keyof typeof words;
  row: PublishedRow;
  name: string;
}) {
  const text = words[kind];
  return (
    <details className="group mt-auto pt-4">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 text-sm font-medium text-brand-text hover:underline">
        {text.open}
        <span className="sr-only">: {name}</span>
        <Icon name="chevron-right" className="size-4 transition-transform group-open:rotate-90" />
      </summary>
      <form action={sendResponse} className="mt-3 space-y-3">
        <input type="hidden" name="record_id" value={row.id} />
        <Field id={`name-${row.id}`} label="Your name" isRequired>
          <Input id={`name-${row.id}`} name="name" required maxLength={120} autoComplete="name" />
        </Field>
        {kind === 'rsvp' ? (
          <div className="flex flex-wrap gap-2">
            {Object.entries(answers).map(([answer, label]) => (
              <Button
                key={answer}
                variant={answer === 'yes' ? 'primary' : 'outline'}
                name="answer"
                value={answer}
              >
                {label}
              </Button>
            ))}
          </div>
        ) : (
          <>
            <Field id={`contact-${row.id}`} label="E-mail or phone" isRequired>
              <Input id={`contact-${row.id}`} name="contact" required maxLength={200} />
            </Field>
            <Field id={`message-${row.id}`} label="Message">
              <Textarea id={`message-${row.id}`} name="message" maxLength={2000} rows={3} />
            </Field>
            <Button name="answer" value={kind === 'booking' ? 'request' : 'enquiry'}>
              {text.send}
            </Button>
          </>
        )}
      </form>
    </details>
  );
}

export function VoteForm({ row, votes, name }: { row: PublishedRow; votes: number; name: string }) {
  return (
    <form action={sendResponse}>
      <input type="hidden" name="record_id" value={row.id} />
      <button
        type="submit"
        name="answer"
        value="vote"
        className="grid min-w-12 cursor-pointer place-items-center rounded-lg border border-line px-2 py-1.5 text-sm font-semibold tabular-nums transition-colors hover:border-brand-text hover:text-brand-text"
      >
        <Icon name="chevron-right" className="size-4 -rotate-90" />
        <span className="sr-only">Vote for {name}:</span>
        {votes}
      </button>
    </form>
  );
}
