import { ShotView } from './shot-view';
import { Icon } from '@/components/icon';
import { cn } from '@/lib/class-names';
import { product } from '@/product';

/** The product's main list in its own view, with the rows of the demo workspace. */
export function ProductShot({ isBeside }: { isBeside: boolean }) {
  const [main, ...others] = product.shots;
  if (!main) return null;
  return (
    <figure
      className={cn('w-full min-w-0', isBeside ? 'mt-12 lg:mt-0' : 'mx-auto mt-14 max-w-5xl')}
    >
      <div
        className="overflow-hidden rounded-2xl border border-line bg-surface text-left shadow-2xl shadow-black/10"
        aria-hidden
      >
        <div className="flex items-center gap-1.5 border-b border-line bg-subtle px-4 py-3">
          {[0, 1, 2].map((dot) => (
            <span key={dot} className="size-2.5 rounded-full bg-line-strong" />
          ))}
        </div>
        <div className={cn('grid', !isBeside && 'sm:grid-cols-[11rem_minmax(0,1fr)]')}>
          <div
            className={cn(
              'hidden space-y-0.5 border-r border-line bg-canvas p-3',
              !isBeside && 'sm:block',
            )}
          >
            {[main, ...others].map((item, index) => (
              <div
                key={item.title}
                className={cn(
                  'flex items-center gap-2 rounded-md px-2 py-1.5 text-[13px]',
                  index === 0 ? 'bg-brand-soft font-medium text-brand-text' : 'text-muted',
                )}
              >
                <Icon name={item.icon} className="size-4 shrink-0" />
                <span className="truncate">{item.title}</span>
              </div>
            ))}
          </div>
          <div className="min-w-0 p-4 sm:p-5">
            <div className="mb-3 flex items-center justify-between gap-3">
              <span className="truncate text-sm font-semibold">{main.title}</span>
              <span className="grid size-7 shrink-0 place-items-center rounded-md bg-brand text-on-brand">
                <Icon name="plus" className="size-4" />
              </span>
            </div>
            <ShotView shot={main} size={isBeside ? 'small' : 'large'} />
          </div>
        </div>
      </div>
      <figcaption className="mt-3 text-center text-[13px] text-muted">
        {main.title} in the demo workspace. All rows are samples.
      </figcaption>
    </figure>
  );
}
