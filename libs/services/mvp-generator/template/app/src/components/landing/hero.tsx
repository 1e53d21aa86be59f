import Link from 'next/link';
import { ProductShot } from './product-shot';
import { Icon } from '@/components/icon';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/lib/class-names';
import { product } from '@/product';

const isSplit = product.tone === 'precise' || product.tone === 'warm';
const backdrops = {
  calm: 'bg-[radial-gradient(50%_60%_at_50%_0%,var(--brand-soft),transparent)]',
  bold: 'bg-[linear-gradient(var(--brand-soft),transparent)]',
  playful:
    'bg-[radial-gradient(30%_50%_at_15%_20%,var(--brand-soft),transparent),radial-gradient(30%_50%_at_85%_10%,var(--brand-line),transparent)]',
  precise:
    'bg-[linear-gradient(var(--line)_1px,transparent_1px),linear-gradient(90deg,var(--line)_1px,transparent_1px)] bg-[size:48px_48px] [mask-image:linear-gradient(black,transparent)]',
  warm: 'bg-brand-soft/60',
};

function HeroText({ isCentred }: { isCentred: boolean }) {
  return (
    <div className={isCentred ? 'relative mx-auto max-w-3xl text-center' : 'relative min-w-0'}>
      <p
        className={cn(
          'w-fit max-w-full border border-line bg-surface px-3 py-1 text-[13px] font-medium break-words text-muted',
          isCentred && 'mx-auto',
          product.tone === 'precise' ? 'rounded-sm font-mono' : 'rounded-full',
        )}
      >
        {product.hero.eyebrow}
      </p>
      <h1
        className={cn(
          'mt-6 font-display text-4xl leading-[1.08] font-semibold tracking-[-0.03em] break-words text-balance sm:text-5xl',
          isSplit ? 'xl:text-[3.5rem]' : 'lg:text-6xl',
        )}
      >
        {product.hero.title}
      </h1>
      <p
        className={cn(
          'mt-5 max-w-2xl text-base break-words text-pretty text-muted sm:text-lg',
          isCentred && 'mx-auto',
        )}
      >
        {product.hero.subtitle}
      </p>
      <div className={cn('mt-8 flex flex-wrap gap-3', isCentred && 'justify-center')}>
        <Link href="/signup" className={buttonClass('primary', 'lg')}>
          Get started
        </Link>
        <Link href="/login" className={buttonClass('outline', 'lg')}>
          Open the demo
          <Icon name="arrow-right" className="size-4" />
        </Link>
      </div>
    </div>
  );
}

/** The tone of the brand decides: beside the product (precise, warm), from the left (bold), or centred. */
export function Hero() {
  return (
    <section className="relative overflow-hidden px-4 pt-14 pb-16 sm:px-6 sm:pt-20">
      <div
        className={`pointer-events-none absolute inset-0 ${backdrops[product.tone]}`}
        aria-hidden
      />
      <div
        className={cn(
          'relative mx-auto max-w-6xl',
          isSplit && 'grid items-center gap-x-12 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]',
        )}
      >
        <HeroText isCentred={!isSplit && product.tone !== 'bold'} />
        <ProductShot isBeside={isSplit} />
      </div>
    </section>
  );
}
