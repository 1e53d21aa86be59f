import Link from 'next/link';
import { ShotView } from './shot-view';
import { Icon } from '@/components/icon';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';
import { product } from '@/product';

/** What the product does of its own, and each of its other lists in its own view. */
export function Highlights() {
  const shots = product.shots.length > 1 ? product.shots.slice(1) : product.shots;
  return (
    <section className="border-t border-line px-4 py-20 sm:px-6" aria-labelledby="highlights">
      <div className="mx-auto max-w-6xl">
        <h2
          id="highlights"
          className="max-w-3xl text-2xl font-semibold tracking-tight break-words text-balance sm:text-3xl"
        >
          {product.highlightsTitle}
        </h2>
        <p className="mt-3 max-w-2xl break-words text-muted">{product.problem}</p>
        <Card className="mt-10 flex flex-wrap items-center justify-between gap-x-10 gap-y-5 border-brand-line bg-brand-soft p-6 sm:p-8">
          <div className="min-w-0 flex-1 basis-80">
            <h3 className="flex items-center gap-2.5 text-lg font-semibold tracking-tight break-words text-brand-text">
              <Icon name="sparkles" className="size-5 shrink-0" />
              {product.feature.name}
            </h3>
            <p className="mt-2 max-w-2xl leading-relaxed break-words">{product.feature.text}</p>
          </div>
          <Link href="/login" className={buttonClass('primary', 'md')}>
            See it in the demo
          </Link>
        </Card>
        <div className="mt-4 grid gap-4 lg:grid-cols-2">
          {shots.map((shot, index) => (
            <Card
              key={shot.title}
              className={cn(
                'flex min-w-0 flex-col overflow-hidden',
                shots.length % 2 === 1 && index === shots.length - 1 && 'lg:col-span-2',
              )}
            >
              <div className="p-6 pb-5">
                <h3 className="flex items-center gap-2.5 font-semibold break-words">
                  <Icon name={shot.icon} className="size-[18px] shrink-0 text-brand-text" />
                  {shot.title}
                </h3>
                <p className="mt-1.5 text-sm leading-relaxed break-words text-muted">{shot.text}</p>
              </div>
              <div
                className="h-56 overflow-hidden px-6 pt-1 [mask-image:linear-gradient(black_75%,transparent)]"
                aria-hidden
              >
                <ShotView shot={shot} size="small" />
              </div>
            </Card>
          ))}
        </div>
      </div>
    </section>
  );
}
