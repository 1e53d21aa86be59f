import type { Metadata } from 'next';
import Link from 'next/link';
import { Egg } from '@/components/brand/egg';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <Page className="py-24 text-center">
      <Egg className="mx-auto h-24" progress={0.55} />
      <h1 className="mt-8 text-[28px] font-semibold tracking-[-0.025em]">
        There is nothing at this address
      </h1>
      <p className="mx-auto mt-3 max-w-md text-[15px] text-ink-soft">
        The link may be old, or a letter may be missing from it.
      </p>
      <div className="mt-8 flex justify-center gap-2">
        <Button asChild variant="primary">
          <Link href="/">Start with an idea</Link>
        </Button>
        <Button asChild>
          <Link href="/projects">Your projects</Link>
        </Button>
      </div>
    </Page>
  );
}
