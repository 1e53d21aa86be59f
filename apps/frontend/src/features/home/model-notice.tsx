'use client';
import { Sparkles } from 'lucide-react';
import Link from 'next/link';
import { describeOffer } from '@/features/settings/describe-offer';
import { trpc } from '@/lib/trpc';

/** Says before the start whose model works along and what that costs, or that none does. */
export function ModelNotice() {
  const { data } = trpc.models.settings.useQuery(undefined, { staleTime: 60_000 });
  if (!data) return null;
  return (
    <p className="mt-3 flex gap-2 text-[13px] text-ink-soft">
      <Sparkles className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>
        {data.offer ? describeOffer(data.offer) : 'Made without a language model, at no cost.'}{' '}
        {(data.offer ?? data.providers.length > 0) && (
          <Link
            href="/settings"
            className="text-ink underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {data.offer ? 'Settings' : 'Use a key of your own'}
          </Link>
        )}
      </span>
    </p>
  );
}
