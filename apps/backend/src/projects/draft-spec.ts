import { productSpecSchema, type DraftSpec } from '@hatchr/contracts';

export function draftSpec(edited: unknown): DraftSpec {
  const checked = productSpecSchema.safeParse(edited);
  if (checked.success) return { spec: checked.data, problems: [] };
  const problems = checked.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: issue.message,
  }));
  return { spec: edited, problems };
}
