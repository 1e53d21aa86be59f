'use client';
import type { ProductSpec } from '@hatchr/contracts';
import { Plus } from 'lucide-react';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { moveItem } from './edit-entities';
import { EditField, LinesField } from './edit-field';
import { ItemActions } from './item-actions';
import type { SpecDraft } from './use-spec-draft';

type Flow = ProductSpec['flows'][number];

/** As many as the specification holds. */
const mostFlows = 6;

/** The flows: who does what in which steps, and what must be true afterwards. */
export function FlowsForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const { flows } = spec;
  const add = (): void => {
    const actor = flows[0]?.actor ?? spec.roles[0]?.label ?? spec.audience;
    change({ ...spec, flows: [...flows, { name: '', actor, steps: [], acceptance: [] }] }, true);
  };
  return (
    <Section
      title="Flows"
      description="What must be true afterwards is written into the tests of the app."
      actions={
        <Button size="sm" disabled={flows.length >= mostFlows} onClick={add}>
          <Plus aria-hidden />
          Add a flow
        </Button>
      }
    >
      <ul className="space-y-3">
        {flows.map((flow, index) => (
          <li key={`flows.${String(index)}`}>
            <Card className="relative p-5">
              <div className="absolute end-2 top-2">
                <ItemActions
                  name={flow.name || 'new flow'}
                  isFirst={index === 0}
                  isLast={index === flows.length - 1}
                  onMove={(by) => {
                    change({ ...spec, flows: moveItem(flows, index, by) }, true);
                  }}
                  onRemove={
                    flows.length > 1
                      ? () => {
                          change({ ...spec, flows: flows.toSpliced(index, 1) }, true);
                        }
                      : undefined
                  }
                />
              </div>
              <FlowFields
                flow={flow}
                number={index + 1}
                onChange={(changed) => {
                  change({ ...spec, flows: flows.with(index, changed) });
                }}
              />
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface FlowFieldsProps {
  flow: Flow;
  number: number;
  onChange: (flow: Flow) => void;
}

function FlowFields({ flow, number, onChange }: FlowFieldsProps) {
  const path = `flows.${String(number - 1)}`;
  const text = (key: 'name' | 'actor', label: string) => (
    <EditField
      path={`${path}.${key}`}
      label={label}
      value={flow[key]}
      onChange={(value) => {
        onChange({ ...flow, [key]: value });
      }}
    />
  );
  const lines = (key: 'steps' | 'acceptance', label: string) => (
    <LinesField
      path={`${path}.${key}`}
      label={label}
      lines={flow[key]}
      onChange={(changed) => {
        onChange({ ...flow, [key]: changed });
      }}
    />
  );
  return (
    <div className="grid gap-4 pt-6 sm:grid-cols-2 sm:pt-0">
      <div className="sm:col-span-2 sm:pe-32">{text('name', `Flow ${String(number)}`)}</div>
      <div className="sm:col-span-2">{text('actor', `Who does flow ${String(number)}`)}</div>
      {lines('steps', `Steps of flow ${String(number)}`)}
      {lines('acceptance', `True after flow ${String(number)}`)}
    </div>
  );
}
