import type { Metadata } from 'next';
import { PlanCards, pricesText } from '@/components/plan-cards';
import { SiteShell } from '@/components/site-shell';

export const metadata: Metadata = { title: 'Pricing' };

export default function PricingPage() {
  return (
    <SiteShell>
      <section className="px-4 py-20 sm:px-6">
        <h1 className="text-center text-3xl font-semibold tracking-tight sm:text-4xl">Pricing</h1>
        <p className="mx-auto mt-3 max-w-xl text-center text-muted">{pricesText}</p>
        <PlanCards level="h2" className="mx-auto mt-12" />
      </section>
    </SiteShell>
  );
}
