import { Icon } from '@/components/icon';
import { Badge, toneOf } from '@/components/ui/card';
import { product } from '@/product';

/** A drawing of the product's main list with the rows of the demo workspace. */
export function ProductPreview() {
  const { preview } = product;
  return (
    <figure className="mx-auto mt-14 w-full max-w-4xl">
      <div
        className="overflow-hidden rounded-2xl border border-line bg-surface text-left shadow-2xl shadow-black/10"
        aria-hidden
      >
        <div className="flex items-center gap-1.5 border-b border-line bg-subtle px-4 py-3">
          {[0, 1, 2].map((dot) => (
            <span key={dot} className="size-2.5 rounded-full bg-line-strong" />
          ))}
        </div>
        <div className="grid sm:grid-cols-[11rem_1fr]">
          <div className="hidden space-y-0.5 border-r border-line bg-canvas p-3 sm:block">
            {preview.navigation.map((item, index) => (
              <div
                key={item.label}
                className={`flex items-center gap-2 truncate rounded-md px-2 py-1.5 text-[13px] ${index === 0 ? 'bg-brand-soft font-medium text-brand-text' : 'text-muted'}`}
              >
                <Icon name={item.icon} className="size-4 shrink-0" />
                <span className="truncate">{item.label}</span>
              </div>
            ))}
          </div>
          <div className="min-w-0 p-4 sm:p-5">
            <div className="text-sm font-semibold">{preview.title}</div>
            <div className="mt-3 divide-y divide-line rounded-lg border border-line">
              {preview.rows.map((row) => (
                <div
                  key={row.title + row.detail}
                  className="flex items-center justify-between gap-3 px-3 py-2.5 text-[13px]"
                >
                  <div className="min-w-0">
                    <div className="truncate font-medium">{row.title}</div>
                    {row.detail ? (
                      <div className="mt-0.5 truncate text-muted">{row.detail}</div>
                    ) : null}
                  </div>
                  {row.status ? <Badge tone={toneOf(row.statusValue)}>{row.status}</Badge> : null}
                </div>
              ))}
            </div>
          </div>
        </div>
      </div>
      <figcaption className="mt-3 text-center text-[13px] text-muted">
        {preview.title} in the demo workspace. All rows are samples.
      </figcaption>
    </figure>
  );
}
