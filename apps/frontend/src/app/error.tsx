'use client';
import Link from 'next/link';
import { Egg } from '@/components/brand/egg';
import { Page } from '@/components/layout/page';
import { Button } from '@/components/ui/button';

/** A fault of the page itself. What was typed is in sessionStorage, and jobs run on the server. */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <Page className="py-24 text-center">
      <div role="alert">
        <Egg className="mx-auto h-24" progress={0.8} />
        <h1 className="mt-8 text-[28px] font-semibold tracking-[-0.025em]">This page broke</h1>
        <p className="mx-auto mt-3 max-w-md text-[15px] text-ink-soft">
          The fault is ours. Your jobs go on, and nothing you typed is lost.
        </p>
      </div>
      <div className="mt-8 flex justify-center gap-2">
        <Button variant="primary" onClick={reset}>
          Try again
        </Button>
        <Button asChild>
          <Link href="/">Back to the start</Link>
        </Button>
      </div>
    </Page>
  );
}
