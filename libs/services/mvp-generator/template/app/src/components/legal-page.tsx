import type { ReactNode } from 'react';
import { SiteShell } from '@/components/site-shell';

export function LegalPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <SiteShell>
      <article className="mx-auto max-w-2xl px-4 py-16 text-[15px] leading-relaxed sm:px-6 [&_h2]:mt-8 [&_h2]:font-semibold [&_p]:mt-3">
        <h1 className="text-3xl font-semibold tracking-tight">{title}</h1>
        <p
          role="note"
          className="rounded-lg border border-warning-line bg-warning-soft p-4 text-sm text-warning-text"
        >
          Stub. This text is a placeholder and not legal advice. Replace it with one written with
          counsel before you take customers.
        </p>
        {children}
      </article>
    </SiteShell>
  );
}
