import Link from 'next/link';
import { Icon } from '@/components/icon';
import { PlanCards, pricesText } from '@/components/plan-cards';
import { ProductPreview } from '@/components/product-preview';
import { SiteShell } from '@/components/site-shell';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { WaitlistForm } from '@/components/waitlist-form';
import { product } from '@/product';

const heading = 'text-2xl font-semibold tracking-tight text-balance sm:text-3xl';

function HeroText({ isCentred }: { isCentred: boolean }) {
  return (
    <div className={isCentred ? 'relative mx-auto max-w-3xl text-center' : 'relative min-w-0'}>
      <p
        className={`w-fit max-w-full border border-line bg-surface px-3 py-1 text-[13px] font-medium break-words text-muted ${isCentred ? 'mx-auto' : ''} ${product.tone === 'precise' ? 'rounded-sm font-mono' : 'rounded-full'}`}
      >
        {product.hero.eyebrow}
      </p>
      <h1 className="mt-6 font-display text-4xl leading-[1.08] font-semibold tracking-[-0.03em] break-words text-balance sm:text-5xl lg:text-6xl">
        {product.hero.title}
      </h1>
      <p
        className={`mt-5 max-w-2xl text-base break-words text-pretty text-muted sm:text-lg ${isCentred ? 'mx-auto' : ''}`}
      >
        {product.hero.subtitle}
      </p>
      <div className={`mt-8 flex flex-wrap gap-3 ${isCentred ? 'justify-center' : ''}`}>
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

/** The tone of the brand decides: beside the preview (precise, warm), from the left (bold), or centred. */
function Hero() {
  return (
    <section className="relative overflow-hidden px-4 pt-14 pb-16 sm:px-6 sm:pt-20">
      <div
        className={`pointer-events-none absolute inset-0 ${backdrops[product.tone]}`}
        aria-hidden
      />
      {isSplit ? (
        <div className="relative mx-auto grid max-w-6xl items-center gap-x-12 lg:grid-cols-2">
          <HeroText isCentred={false} />
          <ProductPreview />
        </div>
      ) : (
        <div className="relative mx-auto max-w-6xl">
          <HeroText isCentred={product.tone !== 'bold'} />
          <ProductPreview />
        </div>
      )}
    </section>
  );
}

function Claims() {
  if (product.claims.length === 0) return null;
  return (
    <section className="border-t border-line px-4 py-20 sm:px-6" aria-labelledby="claims">
      <div className="mx-auto max-w-6xl">
        <h2 id="claims" className={heading}>
          Why {product.name}
        </h2>
        <ul className="mt-8 grid gap-x-10 gap-y-4 sm:grid-cols-2">
          {product.claims.map((claim) => (
            <li key={claim} className="flex gap-3 text-[15px] leading-relaxed">
              <Icon name="badge-check" className="mt-1 size-4 shrink-0 text-brand-text" />
              <span className="min-w-0 break-words">{claim}</span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Waitlist() {
  return (
    <section className="border-t border-line bg-subtle px-4 py-16 sm:px-6" aria-labelledby="news">
      <div className="mx-auto grid max-w-6xl items-center gap-8 lg:grid-cols-2">
        <div>
          <h2 id="news" className={heading}>
            Not today? Hear when it opens
          </h2>
          <p className="mt-3 text-muted">
            Leave your e-mail address. It is used for news of {product.name} only.
          </p>
        </div>
        <WaitlistForm />
      </div>
    </section>
  );
}

function Highlights() {
  return (
    <section className="border-t border-line px-4 py-20 sm:px-6" aria-labelledby="highlights">
      <div className="mx-auto max-w-6xl">
        <h2 id="highlights" className={heading}>
          {product.highlightsTitle}
        </h2>
        <p className="mt-3 max-w-2xl break-words text-muted">{product.problem}</p>
        <div
          className={`mt-10 grid gap-4 sm:grid-cols-2 ${product.highlights.length === 4 ? '' : 'lg:grid-cols-3'}`}
        >
          {product.highlights.map((item) => (
            <Card key={item.title} className="p-5">
              <span className="grid size-9 place-items-center rounded-lg bg-brand-soft text-brand-text">
                <Icon name={item.icon} className="size-[18px]" />
              </span>
              <h3 className="mt-4 text-[15px] font-semibold break-words">{item.title}</h3>
              <p className="mt-1.5 text-sm leading-relaxed break-words text-muted">{item.text}</p>
            </Card>
          ))}
        </div>
      </div>
    </section>
  );
}

function Steps() {
  return (
    <section className="border-t border-line bg-subtle px-4 py-20 sm:px-6" aria-labelledby="steps">
      <div className="mx-auto max-w-6xl">
        <h2 id="steps" className={heading}>
          How it works
        </h2>
        <ol className="mt-10 grid gap-8 sm:grid-cols-3">
          {product.steps.map((step, index) => (
            <li key={step.title}>
              <span className="font-mono text-sm text-brand-text">
                {String(index + 1).padStart(2, '0')}
              </span>
              <h3 className="mt-2 font-semibold break-words">{step.title}</h3>
              <p className="mt-1.5 text-sm leading-relaxed break-words text-muted">{step.text}</p>
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

function Prices() {
  return (
    <section
      className={`border-t border-line px-4 py-20 sm:px-6 ${product.claims.length > 0 ? 'bg-subtle' : ''}`}
      aria-labelledby="prices"
    >
      <div className="mx-auto max-w-6xl">
        <h2 id="prices" className={heading}>
          Pricing
        </h2>
        <p className="mt-3 max-w-2xl break-words text-muted">{pricesText}</p>
        <PlanCards level="h3" className="mt-10" />
      </div>
    </section>
  );
}

function Questions() {
  return (
    <section className="border-t border-line px-4 py-20 sm:px-6" aria-labelledby="questions">
      <div className="mx-auto max-w-3xl">
        <h2 id="questions" className={heading}>
          Questions
        </h2>
        <div className="mt-8 divide-y divide-line border-y border-line">
          {product.questions.map((item) => (
            <details key={item.question} className="group py-4">
              <summary className="flex cursor-pointer list-none items-center justify-between gap-4 text-[15px] font-medium">
                {item.question}
                <Icon
                  name="plus"
                  className="size-4 shrink-0 text-muted transition-transform group-open:rotate-45"
                />
              </summary>
              <p className="mt-2 text-sm leading-relaxed text-muted">{item.answer}</p>
            </details>
          ))}
        </div>
      </div>
    </section>
  );
}

export default function HomePage() {
  return (
    <SiteShell>
      <Hero />
      <Highlights />
      <Steps />
      <Claims />
      <Prices />
      <Questions />
      <Waitlist />
    </SiteShell>
  );
}
