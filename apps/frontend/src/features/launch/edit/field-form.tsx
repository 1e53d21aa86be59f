'use client';
import { fieldTypes, type FieldSpec, type FieldType, type ProductSpec } from '@hatchr/contracts';
import { toWords } from '@/lib/format';
import { changeFieldType, nameOfLabel } from './edit-entities';
import { EditField, LinesField } from './edit-field';

const typeOptions = fieldTypes.map((type) => [type, toWords(type)] as const);

interface FieldFormProps {
  path: string;
  field: FieldSpec;
  entities: ProductSpec['entities'];
  onChange: (field: FieldSpec) => void;
}

/** One field: what it is called, what it holds, and whether it must be filled in. */
export function FieldForm({ path, field, entities, onChange }: FieldFormProps) {
  const label = field.label || 'New field';
  return (
    <div className="grid flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_auto] sm:items-start">
      <EditField
        path={`${path}.label`}
        label={`Label of ${label}`}
        isLabelHidden
        value={field.label}
        onChange={(value) => {
          onChange({ ...field, label: value });
        }}
      />
      <EditField
        path={`${path}.type`}
        label={`Type of ${label}`}
        isLabelHidden
        options={typeOptions}
        value={field.type}
        onChange={(type) => {
          onChange(changeFieldType(field, type as FieldType, entities[0]?.name ?? ''));
        }}
      />
      <label className="flex h-9 items-center gap-2 text-[13px] text-ink-soft">
        <input
          type="checkbox"
          className="size-4 accent-(--shell)"
          checked={field.required}
          disabled={field.type === 'file'}
          aria-label={`${label} is required`}
          onChange={(event) => {
            onChange({ ...field, required: event.target.checked });
          }}
        />
        Required
      </label>
      {field.type === 'enum' && (
        <div className="sm:col-span-3">
          <LinesField
            path={`${path}.values`}
            label={`Choices of ${label}`}
            lines={(field.values ?? []).map((value) => value.label)}
            onChange={(lines) => {
              onChange({ ...field, values: toValues(lines, field.values ?? []) });
            }}
          />
        </div>
      )}
      {field.type === 'relation' && (
        <EditField
          path={path}
          className="sm:col-span-3"
          label={`${label} points at`}
          options={entities.map((entity) => [entity.name, entity.label || 'New data'])}
          value={field.target ?? ''}
          onChange={(target) => {
            onChange({ ...field, target });
          }}
        />
      )}
    </div>
  );
}

/** Choices keep their stored value while their number stays: a rename then changes no row. */
function toValues(lines: string[], known: NonNullable<FieldSpec['values']>) {
  const isRename = lines.length === known.length;
  const taken: string[] = [];
  return lines.map((label, index) => {
    const old = isRename ? known[index] : known.find((value) => value.label === label);
    const value =
      old?.value ?? nameOfLabel(label, [...taken, ...known.map((k) => k.value)], 'choice');
    taken.push(value);
    return { value, label };
  });
}
