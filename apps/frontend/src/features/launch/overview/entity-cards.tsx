import type { EntitySpec, FieldSpec } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { toWords } from '@/lib/format';

export function EntityCards({ entities }: { entities: EntitySpec[] }) {
  const labels = new Map(entities.map((entity) => [entity.name, entity.label]));
  return (
    <ul className="grid items-start gap-4 md:grid-cols-2 xl:grid-cols-3">
      {entities.map((entity) => (
        <li key={entity.name}>
          <Card>
            <div className="border-b border-line px-5 pt-4 pb-3.5">
              <div className="flex items-center justify-between gap-3">
                <h3 className="font-semibold tracking-[-0.01em]" dir="auto">
                  {entity.labelPlural}
                </h3>
                <Badge>{toWords(entity.view)}</Badge>
              </div>
              <p className="mt-1 text-[13px] text-ink-soft" dir="auto">
                {entity.description}
              </p>
            </div>
            <ul className="px-5 py-3" aria-label={`Fields of ${entity.label}`}>
              {entity.fields.map((field) => (
                <li key={field.name} className="flex items-baseline gap-4 py-1 text-[13px]">
                  <span className="min-w-0 truncate" dir="auto">
                    {field.label}
                  </span>
                  <span className="ms-auto shrink-0 text-ink-faint">
                    {describeType(field, labels)}
                    {!field.required && ', optional'}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** A field's type in words: an enum by its values (as many as fit), a relation by what it points at. */
function describeType(field: FieldSpec, labels: Map<string, string>): string {
  if (field.type === 'relation') return `→ ${labels.get(field.target ?? '') ?? 'another record'}`;
  if (field.type === 'enum') return `one of ${String(field.values?.length ?? 0)}`;
  return toWords(field.type).toLowerCase();
}
