import type { FieldSpec, FieldType } from '@hatchr/contracts';

type Extra = Partial<Omit<FieldSpec, 'name' | 'label' | 'type'>>;

const make =
  (type: FieldType, required: boolean) =>
  (name: string, label: string, extra: Extra = {}): FieldSpec => ({
    name,
    label,
    type,
    required,
    ...extra,
  });

export const text = make('text', true);
export const optionalText = make('text', false);
export const longText = make('long_text', false);
export const integer = make('integer', true);
export const decimal = make('decimal', true);
export const money = make('money', true);
export const flag = make('boolean', false);
export const date = make('date', true);
export const optionalDate = make('date', false);
export const datetime = make('datetime', true);
export const time = make('time', false);
export const duration = make('duration', true);
export const email = make('email', false);
export const phone = make('phone', false);
export const url = make('url', false);
export const address = make('address', false);
/** A picture, PDF, recording or text that the owner uploads. */
export const file = make('file', false);
export const rating = make('rating', true);

/** A choice whose stored values are the labels in snake_case; a new row starts with the first. */
export function choice(name: string, label: string, labels: readonly string[]): FieldSpec {
  const values = labels.map((item) => ({
    value: item.toLowerCase().replace(/[^a-z0-9]+/gu, '_'),
    label: item,
  }));
  return { name, label, type: 'enum', required: true, values, defaultValue: values[0]?.value };
}

export const status = (...labels: string[]): FieldSpec => choice('status', 'Status', labels);

/** A reference to another entity; the column is named after it. */
export const relation = (target: string, label: string, extra: Extra = {}): FieldSpec => ({
  name: `${target}_id`,
  label,
  type: 'relation',
  required: true,
  target,
  ...extra,
});

export const notes = longText('notes', 'Notes');
