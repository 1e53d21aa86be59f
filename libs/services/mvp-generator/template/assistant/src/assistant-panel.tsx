'use client';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Textarea } from '@/components/ui/field';
import { assistant } from './assistant';
import { askAssistant, saveAnswer } from './assistant-actions';
import type { AssistantReply } from './subject';

/** Who made an answer, in one honest sentence. */
function sourceOf(reply: AssistantReply | null, model: string | null): string {
  if (reply?.model) return `Made by ${reply.model}. Check it before you use it.`;
  if (reply?.reason) return `Made by this app's own rules, because ${reply.reason}.`;
  return model
    ? `${model} answers; the fields of this page are sent to it.`
    : "Made by this app's own rules. Set OPENAI_API_KEY to use a model.";
}

/** Asks the assistant about one row, and lets the answer be changed, copied and kept. */
export function AssistantPanel({ id, model }: { id: string; model: string | null }) {
  const [reply, setReply] = useState<AssistantReply | null>(null);
  const [notice, setNotice] = useState('');
  const [isBusy, start] = useTransition();
  const { name, save } = assistant;
  const canSave = save && (save.mode !== 'choose' || reply?.choice);
  const verb = save?.mode === 'append' ? 'Add' : 'Save';

  const run = (task: () => Promise<void>) =>
    start(async () => {
      setNotice('');
      await task().catch(() => setNotice('This did not work. Try again.'));
    });
  const ask = () =>
    run(async () => {
      const given = await askAssistant(id);
      setReply(given);
      if (!given) setNotice('This is no longer there.');
    });
  const keep = () =>
    run(async () => {
      if (reply) setNotice(await saveAnswer(id, { text: reply.text, choice: reply.choice }));
    });
  const copy = () =>
    run(async () => {
      await navigator.clipboard.writeText(reply?.text ?? '');
      setNotice('Copied.');
    });

  return (
    <Card className="mt-6 p-5">
      <section aria-label={assistant.name} className="space-y-3">
        <div className="flex flex-wrap items-start justify-between gap-3">
          <div>
            <h2 className="text-sm font-semibold">{assistant.name}</h2>
            <p className="mt-0.5 text-[13px] text-muted">{assistant.description}</p>
          </div>
          <Button onClick={ask} disabled={isBusy} variant={reply ? 'outline' : 'primary'} size="sm">
            {isBusy ? 'Working…' : reply ? 'Try again' : name.split(' ')[0]}
          </Button>
        </div>
        {reply ? (
          <>
            <Textarea
              aria-label={`${assistant.name}: result`}
              rows={Math.min(14, reply.text.split('\n').length + 2)}
              value={reply.text}
              onChange={(event) => setReply({ ...reply, text: event.target.value })}
            />
            <div className="flex flex-wrap gap-2">
              <Button onClick={copy} disabled={isBusy} variant="outline" size="sm">
                Copy
              </Button>
              {canSave ? (
                <Button onClick={keep} disabled={isBusy} variant="outline" size="sm">
                  {verb} to {save.label}
                </Button>
              ) : null}
            </div>
          </>
        ) : null}
        <p role="status" className="text-[13px] text-muted">
          {notice ? `${notice} ` : ''}
          {sourceOf(reply, model)}
        </p>
      </section>
    </Card>
  );
}
