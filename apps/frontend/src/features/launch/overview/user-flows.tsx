'use client';
import type { ProductSpec } from '@hatchr/contracts';
import { Check, ChevronDown } from 'lucide-react';
import { Accordion } from 'radix-ui';
import { Card } from '@/components/ui/card';

export function UserFlows({ flows }: { flows: ProductSpec['flows'] }) {
  return (
    <Card>
      <Accordion.Root type="multiple" defaultValue={flows[0] ? ['flow-0'] : []}>
        {flows.map((flow, index) => (
          <Accordion.Item
            key={flow.name}
            value={`flow-${String(index)}`}
            className="not-first:border-t not-first:border-line"
          >
            <Accordion.Header>
              <Accordion.Trigger className="group flex w-full items-center gap-3 rounded-lg px-5 py-3.5 text-start text-sm focus-visible:-outline-offset-2">
                <span className="min-w-0" dir="auto">
                  <span className="font-medium">{flow.name}</span>
                  <span className="ms-3 text-[13px] text-ink-faint">{flow.actor}</span>
                </span>
                <ChevronDown
                  className="ms-auto size-4 shrink-0 text-ink-faint transition-transform group-data-[state=open]:rotate-180"
                  aria-hidden
                />
              </Accordion.Trigger>
            </Accordion.Header>
            <Accordion.Content className="grid gap-6 px-5 pb-5 text-sm text-ink-soft md:grid-cols-2">
              <ol className="list-decimal space-y-1.5 ps-5 marker:text-ink-faint" dir="auto">
                {flow.steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
              <ul aria-label="Acceptance criteria" className="space-y-1.5">
                {flow.acceptance.map((criterion) => (
                  <li key={criterion} className="flex gap-2.5">
                    <Check className="mt-0.5 size-4 shrink-0 text-shell" aria-hidden />
                    <span dir="auto">{criterion}</span>
                  </li>
                ))}
              </ul>
            </Accordion.Content>
          </Accordion.Item>
        ))}
      </Accordion.Root>
    </Card>
  );
}
