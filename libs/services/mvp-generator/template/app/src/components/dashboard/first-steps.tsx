import Link from 'next/link';
import { Icon } from '@/components/icon';
import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { EntityDefinition } from '@/lib/entity';
import { product } from '@/product';

const MAX_STEPS = 4;

/** What to do in a workspace without rows: each kind of row in an order in which it can be filled in. */
export function FirstSteps({
  all,
  addSamples,
}: {
  all: EntityDefinition[];
  addSamples: () => Promise<void>;
}) {
  return (
    <Card className="overflow-hidden">
      <div className="border-b border-line p-5">
        <h2 className="text-sm font-semibold">Your workspace is empty</h2>
        <p className="mt-1 max-w-2xl text-sm text-muted">
          Add the first rows in this order, and {product.feature.name.toLowerCase()} has something
          to work with.
        </p>
      </div>
      <ol className="divide-y divide-line">
        {all.slice(0, MAX_STEPS).map((entity, index) => (
          <li key={entity.key} className="flex flex-wrap items-center gap-x-4 gap-y-3 p-5">
            <span className="grid size-9 shrink-0 place-items-center rounded-lg bg-brand-soft text-brand-text">
              <Icon name={entity.icon} className="size-[18px]" />
            </span>
            <div className="min-w-0 flex-1 basis-52">
              <h3 className="text-sm font-medium break-words">{entity.labelPlural}</h3>
              <p className="mt-0.5 text-[13px] break-words text-muted">{entity.description}</p>
            </div>
            <Link
              href={`${entity.route}/new`}
              className={buttonClass(index === 0 ? 'primary' : 'outline', 'sm')}
            >
              New {entity.label.toLowerCase()}
            </Link>
          </li>
        ))}
      </ol>
      <form
        action={addSamples}
        className="flex flex-wrap items-center justify-between gap-3 border-t border-line bg-subtle px-5 py-4"
      >
        <p className="text-[13px] text-muted">Rather look around first? Samples can be deleted.</p>
        <Button variant="outline" size="sm">
          Add sample rows
        </Button>
      </form>
    </Card>
  );
}
