'use client';
import {
  iconNames,
  viewKinds,
  type EntitySpec,
  type ProductSpec,
  type ViewKind,
} from '@hatchr/contracts';
import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { toWords } from '@/lib/format';
import { addField, moveItem, removeField } from './edit-entities';
import { EditField } from './edit-field';
import { FieldForm } from './field-form';
import { ItemActions } from './item-actions';

const viewOptions = viewKinds.map((kind) => [kind, toWords(kind)] as const);

/** The icons that a generated app carries. */
export const iconOptions = iconNames.map((name) => [name, toWords(name)] as const);

interface EntityFormProps {
  path: string;
  entity: EntitySpec;
  entities: ProductSpec['entities'];
  onChange: (entity: EntitySpec, isStep?: boolean) => void;
}

/** One kind of data: its names, how its list is shown, and its fields. */
export function EntityForm({ path, entity, entities, onChange }: EntityFormProps) {
  const text = (key: 'label' | 'labelPlural' | 'description', label: string) => (
    <EditField
      path={`${path}.${key}`}
      label={label}
      value={entity[key]}
      onChange={(value) => {
        onChange({ ...entity, [key]: value });
      }}
    />
  );
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        {text('label', 'Label')}
        {text('labelPlural', 'Plural label')}
        <EditField
          path={`${path}.view`}
          label="Shown as"
          options={viewOptions}
          value={entity.view}
          onChange={(view) => {
            onChange({ ...entity, view: view as ViewKind });
          }}
        />
        <EditField
          path={`${path}.icon`}
          label="Icon"
          options={iconOptions}
          value={entity.icon}
          onChange={(icon) => {
            onChange({ ...entity, icon });
          }}
        />
        <div className="sm:col-span-2">{text('description', 'Description')}</div>
      </div>
      <div>
        <h4 className="text-[13px] font-medium text-ink-soft">Fields</h4>
        <ul className="mt-2 space-y-2" aria-label={`Edit fields of ${entity.label || 'new data'}`}>
          {entity.fields.map((field, index) => (
            <li
              key={field.name}
              className="flex items-start gap-2 max-sm:border-b max-sm:border-line max-sm:pb-3"
            >
              <FieldForm
                path={`${path}.fields.${String(index)}`}
                field={field}
                entities={entities}
                onChange={(changed) => {
                  const fields = entity.fields.map((old, at) => (at === index ? changed : old));
                  onChange({ ...entity, fields });
                }}
              />
              <ItemActions
                name={`${field.label || 'new field'} from ${entity.label || 'new data'}`}
                isFirst={index === 0}
                isLast={index === entity.fields.length - 1}
                onMove={(by) => {
                  onChange({ ...entity, fields: moveItem(entity.fields, index, by) }, true);
                }}
                onRemove={
                  entity.fields.length > 1
                    ? () => {
                        onChange(removeField(entity, index), true);
                      }
                    : undefined
                }
              />
            </li>
          ))}
        </ul>
        <Button
          size="sm"
          className="mt-3"
          disabled={entity.fields.length >= 16}
          onClick={() => {
            onChange(addField(entity), true);
          }}
        >
          <Plus aria-hidden />
          Add a field
        </Button>
      </div>
    </div>
  );
}
