import type { Subject, SubjectField } from '@/assistant/subject';

/** A field of a row under test; its text is its value unless told. */
export const field = (
  name: string,
  kind: SubjectField['kind'],
  value: unknown,
  more: Partial<SubjectField> = {},
): SubjectField => ({
  name,
  label: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' '),
  kind,
  value,
  text: value === null ? '' : String(value),
  options: [],
  ...more,
});

/** A row of no particular app. */
export const subjectWith = (change: Partial<Subject>): Subject => ({
  label: 'Ticket',
  title: 'Leaking boiler',
  today: '2026-03-10',
  changedOn: '2026-03-09',
  author: 'Robin Vale',
  fields: [],
  related: [],
  choice: null,
  ...change,
});
