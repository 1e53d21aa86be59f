'use client';
import { Plus } from 'lucide-react';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { addEntity, dependantsOf, moveItem, removeEntity } from './edit-entities';
import { EntityForm } from './entity-form';
import { ItemActions } from './item-actions';
import type { SpecDraft } from './use-spec-draft';

/** The kinds of data: added, ordered, removed, and each opened to be edited. */
export function EntitiesForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const { entities } = spec;
  return (
    <Section
      title="Data"
      description="Removing one also removes what points at it; Undo brings it all back."
      actions={
        <Button
          size="sm"
          disabled={entities.length >= 10}
          onClick={() => {
            change(addEntity(spec), true);
          }}
        >
          <Plus aria-hidden />
          Add data
        </Button>
      }
    >
      <ul className="space-y-3">
        {entities.map((entity, index) => {
          const name = entity.label || 'New data';
          const lost = dependantsOf(spec, entity.name);
          return (
            <li key={entity.name}>
              <Card className="relative">
                <div className="absolute end-2 top-2">
                  <ItemActions
                    name={name}
                    isFirst={index === 0}
                    isLast={index === entities.length - 1}
                    onMove={(by) => {
                      change({ ...spec, entities: moveItem(entities, index, by) }, true);
                    }}
                    onRemove={
                      entities.length > 1
                        ? () => {
                            change(removeEntity(spec, entity.name), true);
                          }
                        : undefined
                    }
                  />
                </div>
                <details open={entity.label === '' || undefined}>
                  <summary className="rounded-lg py-3.5 ps-5 pe-32 text-sm font-medium" dir="auto">
                    {name}
                    <span className="ms-3 font-normal text-ink-faint">
                      {entity.fields.length} {entity.fields.length === 1 ? 'field' : 'fields'}
                    </span>
                  </summary>
                  <div className="border-t border-line p-5">
                    {lost.length > 0 && (
                      <p className="mb-4 text-[13px] text-ink-faint">
                        Removing {name} also removes {lost.join(', ')}.
                      </p>
                    )}
                    <EntityForm
                      path={`entities.${String(index)}`}
                      entity={entity}
                      entities={entities}
                      onChange={(changed, isStep) => {
                        const next = entities.map((old, at) => (at === index ? changed : old));
                        change({ ...spec, entities: next }, isStep);
                      }}
                    />
                  </div>
                </details>
              </Card>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
