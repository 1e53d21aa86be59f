'use client';
import { Globe } from 'lucide-react';
import { trpc } from '@/lib/trpc';

const toList = new Intl.ListFormat('en', { type: 'conjunction' });

/** Says before the start which words leave the machine and to whom; nothing where none does. */
export function SearchNotice() {
  const { data } = trpc.instance.about.useQuery(undefined, { staleTime: Infinity });
  if (!data || data.searchServices.length === 0) return null;
  return (
    <p className="mt-5 flex gap-2 text-[13px] text-ink-soft">
      <Globe className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>
        To find competitors, search words made from your sentence are sent to{' '}
        {toList.format(data.searchServices)}, and the sites that come up are read. Whoever runs this
        instance can switch that off with <code>DISCOVERY_NETWORK=off</code>.
      </span>
    </p>
  );
}
