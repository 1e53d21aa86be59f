'use client';
import type { Account, ChainAnchor, Project } from '@hatchr/contracts';
import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { Section } from '@/components/layout/section';
import { Button } from '@/components/ui/button';
import { isOnItsWay } from '@/features/verify/anchor-state';
import { connectBrowserWallet } from '@/features/wallet/connect-browser-wallet';
import { WalletChoice } from '@/features/wallet/wallet-choice';
import { trpc } from '@/lib/trpc';
import { useFounderAnchor } from './use-founder-anchor';

interface FounderAnchorProps {
  project: Project;
  /** The founder's transaction as the server has it. */
  founder: ChainAnchor | null | undefined;
  onReported: () => void;
}

/** Lets the owner of a kit anchor it with their own account; nothing where this instance has no chain. */
export function FounderAnchor({ project, founder, onReported }: FounderAnchorProps) {
  const account = trpc.account.me.useQuery(undefined, { staleTime: 60_000 });
  const identity = account.data?.identity;
  if (project.access !== 'owner' || !identity?.network || founder?.status === 'finalized')
    return null;
  return (
    <Section title="Sign it yourself">
      <p className="max-w-2xl text-sm text-ink-soft">
        A transaction of your own account ties this kit to you, whoever runs this instance. It
        writes one hash to the chain: nothing of the kit, and nothing about you but the account.
      </p>
      <div className="mt-4">
        {founder && isOnItsWay(founder) ? (
          <p role="status" className="text-sm text-ink">
            Your transaction is on its way. It counts as soon as a final block has it.
            {founder.problem && <span className="block text-ink-soft">{founder.problem}</span>}
          </p>
        ) : (
          <Offer
            project={project}
            identity={identity}
            earlier={founder?.status === 'failed' ? (founder.problem ?? refused) : null}
            onReported={onReported}
          />
        )}
      </div>
    </Section>
  );
}

const refused = 'The chain refused your transaction. Its fee was paid all the same.';

interface OfferProps {
  project: Project;
  identity: Account['identity'];
  /** What became of an earlier transaction that did not count. */
  earlier: string | null;
  onReported: () => void;
}

function Offer({ project, identity, earlier, onReported }: OfferProps) {
  const { anchor, isBusy, problem } = useFounderAnchor(project.projectId, identity, onReported);
  if (!identity.address || !identity.network)
    return (
      <p className="text-sm text-ink-soft">
        First show with your wallet that an account is yours:{' '}
        <Link className="text-shell-strong underline underline-offset-2" href="/">
          on the home page, under “Concordium”
        </Link>
        .
      </p>
    );
  const shown = problem ?? earlier;
  return (
    <>
      <WalletChoice
        network={identity.network}
        labels={{ browser: 'Anchor with your wallet', phone: 'Anchor with your phone' }}
        isBusy={isBusy}
        onChoose={(connect) => {
          anchor(connect, false);
        }}
      />
      {identity.isSponsored && (
        <p className="mt-3 text-sm text-ink-soft">
          No CCD?{' '}
          <Button
            variant="link"
            disabled={isBusy}
            onClick={() => {
              anchor(connectBrowserWallet, true);
            }}
          >
            Let this instance pay
          </Button>
        </p>
      )}
      <div role="alert">
        {shown && (
          <p className="mt-3 flex max-w-2xl gap-2 text-sm text-bad">
            <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {shown}
          </p>
        )}
      </div>
    </>
  );
}
