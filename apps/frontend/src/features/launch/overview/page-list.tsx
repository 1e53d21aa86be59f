import type { ProductSpec } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';

export function PageList({ pages }: { pages: ProductSpec['pages'] }) {
  return (
    <Card>
      <ul>
        {pages.map((page) => (
          <li
            key={page.path}
            className="grid gap-x-6 gap-y-1 px-5 py-3 text-sm not-first:border-t not-first:border-line sm:grid-cols-[13rem_minmax(0,1fr)_auto] sm:items-baseline"
          >
            <code className="font-mono text-[13px] wrap-anywhere text-shell">{page.path}</code>
            <p className="min-w-0">
              <span className="font-medium" dir="auto">
                {page.title}
              </span>
              <span className="block text-[13px] text-ink-soft" dir="auto">
                {page.purpose}
              </span>
            </p>
            <span>{page.isPublic && <Badge>Public</Badge>}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
