'use client';
import { ShieldCheck, ShieldQuestion } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { useInBrowser } from '@/lib/use-in-browser';
import { ShowAccount } from './show-account';
import { ShowAttributes } from './show-attributes';

/** Where Concordium verification stands for this person, and what it is. It never blocks a job. */
export function IdentityControl() {
  const account = trpc.account.me.useQuery(undefined, { staleTime: 60_000 });
  // The menu above asks for the account too.
  const isInBrowser = useInBrowser();
  const identity = isInBrowser ? account.data?.identity : undefined;
  const isVerified = identity?.isVerified ?? false;
  const Icon = isVerified ? ShieldCheck : ShieldQuestion;
  const statement =
    identity?.statement ??
    (account.error ? toShownError(account.error).message : 'Asking the server…');
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="ghost" size="sm" className="px-2">
          <Icon className={isVerified ? 'text-good' : 'text-ink-faint'} aria-hidden />
          Concordium: {isVerified ? 'verified' : 'not verified'}
        </Button>
      </DialogTrigger>
      <DialogContent title="Concordium verification" description={statement}>
        <dl className="mt-5 space-y-4 text-sm">
          <div>
            <dt className="font-medium">What it is for</dt>
            <dd className="mt-1 text-ink-soft">
              It ties the proof of a kit to a person whose identity was checked, without publishing
              who that is.
            </dd>
          </div>
          <div>
            <dt className="font-medium">Without it</dt>
            <dd className="mt-1 text-ink-soft">
              A job runs just the same. Its proof says when the kit existed and that nobody changed
              it since, and names no person.
            </dd>
          </div>
        </dl>
        {identity?.network && <ShowAccount identity={identity} />}
        {identity?.address && <ShowAttributes identity={identity} />}
      </DialogContent>
    </Dialog>
  );
}
