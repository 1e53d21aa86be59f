import Link from 'next/link';
import { SiteShell } from '@/components/site-shell';
import { buttonClass } from '@/components/ui/button';

export default function NotFound() {
  return (
    <SiteShell>
      <section className="px-4 py-32 text-center">
        <p className="font-mono text-sm text-muted">404</p>
        <h1 className="mt-2 text-2xl font-semibold tracking-tight">There is no such page</h1>
        <Link href="/" className={buttonClass('outline', 'md', 'mt-6')}>
          Back to the start
        </Link>
      </section>
    </SiteShell>
  );
}
