import { Icon } from '@/components/icon';
import { Hero } from '@/components/landing/hero';
import { Highlights } from '@/components/landing/highlights';
import { PlanCards, pricesText } from '@/components/plan-cards';
import { SiteShell } from '@/components/site-shell';
import { WaitlistForm } from '@/components/waitlist-form';
import { product } from '@/product';

const heading = 'text-2xl font-semibold tracking-tight text-balance sm:text-3xl';

function Claims() {
  if (product.claims.length === 0) return null;
  return (
    <section className="border-t border-line px-4 py-20 sm:px-6" aria-labelledby="claims">
      <div className="mx-auto max-w-6xl">
        <h2 id="claims" className={heading}>
          How {product.name} compares
        </h2>
        <p className="mt-3 max-w-2xl text-muted">
          From public facts about products of this kind, as far as they are known.
        </p>
        <ul className="mt-8 grid gap-x-10 gap-y-4 sm:grid-cols-2">
          {product.claims.map((claim) => (
            <li key={claim} className="flex gap-3 text-[15px] leading-relaxed">
              <Icon name="search" className="mt-1 size-4 shrink-0 text-brand-text" />
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
            Hear what comes next
          </h2>
          <p className="mt-3 text-muted">
            Leave your e-mail address for news of {product.name}, and for nothing else.
          </p>
        </div>
        <WaitlistForm />
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
        <h2 id="prices" className={`${heading} text-center`}>
          Pricing
        </h2>
        <p className="mx-auto mt-3 max-w-2xl text-center break-words text-muted">{pricesText}</p>
        <PlanCards level="h3" className="mx-auto mt-10" />
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
