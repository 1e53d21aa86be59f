'use client';
import type { Account, IdentityAttribute, ShownAttribute } from '@hatchr/contracts';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { trpc } from '@/lib/trpc';
import { WalletError } from '@/features/wallet/wallet';
import { WalletChoice, type Connect } from '@/features/wallet/wallet-choice';
import { useAccountChange } from './use-account-change';
import { WalletProblem } from './wallet-problem';

const nameOf: Record<IdentityAttribute, string> = {
  adult: 'Show that you are an adult',
  country: 'Show your country',
};

const questionOf: Record<IdentityAttribute, string> = {
  adult: 'Your wallet shows that you are 18 or older, without your date of birth.',
  country: 'Your wallet shows the country in which you live, and no more of your address.',
};

const regionNames = new Intl.DisplayNames(['en'], { type: 'region' });

const factOf = ({ attribute, value }: ShownAttribute): string =>
  attribute === 'adult' ? '18 or older' : `Lives in ${regionNames.of(value) ?? value}`;

const dayOf = (moment: string): string =>
  new Date(moment).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' });

/** Lets a person show, one by one, facts of the identity behind their account, or take them back. */
export function ShowAttributes({ identity }: { identity: Account['identity'] }) {
  const { show, remove, isBusy, problem } = useAttributes(identity.address);
  const shown = new Set(identity.shownAttributes.map(({ attribute }) => attribute));
  const open = identity.offeredAttributes.filter((attribute) => !shown.has(attribute));
  const { network } = identity;
  const [chosen, setChosen] = useState<IdentityAttribute | null>(null);
  const asked = open.length === 1 ? open[0] : open.find((attribute) => attribute === chosen);
  if (!network || (shown.size === 0 && open.length === 0)) return null;
  return (
    <section aria-label="Your identity" className="mt-5 border-t border-line pt-5 text-sm">
      {identity.shownAttributes.map((fact) => (
        <ShownFact
          key={fact.attribute}
          fact={fact}
          isBusy={isBusy}
          onRemove={() => {
            remove(fact.attribute);
          }}
        />
      ))}
      {open.length > 1 && (
        <div className="flex flex-wrap gap-2">
          {open.map((attribute) => (
            <Button
              key={attribute}
              size="sm"
              aria-pressed={attribute === asked}
              disabled={isBusy}
              onClick={() => {
                setChosen(attribute);
              }}
            >
              {nameOf[attribute]}
            </Button>
          ))}
        </div>
      )}
      {asked && (
        <div className="mt-3">
          <p className="mb-2">{questionOf[asked]}</p>
          <WalletChoice
            network={network}
            labels={{ browser: 'Show with the browser wallet', phone: 'Show with your phone' }}
            isBusy={isBusy}
            onChoose={(connect) => {
              show(asked, connect);
            }}
          />
        </div>
      )}
      <WalletProblem problem={problem} />
    </section>
  );
}

interface ShownFactProps {
  fact: ShownAttribute;
  isBusy: boolean;
  onRemove: () => void;
}

function ShownFact({ fact, isBusy, onRemove }: ShownFactProps) {
  return (
    <div className="mb-4 flex items-start justify-between gap-3">
      <p>
        <span className="font-medium">{factOf(fact)}</span>
        <span className="block text-[13px] text-ink-faint">
          Shown by your Concordium identity on {dayOf(fact.shownAt)}
        </span>
      </p>
      <Button size="sm" aria-label={`Remove: ${factOf(fact)}`} disabled={isBusy} onClick={onRemove}>
        Remove
      </Button>
    </div>
  );
}

function useAttributes(address: string | null) {
  const { change, isBusy, problem } = useAccountChange();
  const ask = trpc.account.startAttribute.useMutation();
  const answer = trpc.account.showAttribute.useMutation();
  const forget = trpc.account.removeAttribute.useMutation();
  const show = async (attribute: IdentityAttribute, connect: Connect): Promise<Account> => {
    const { account, present, disconnect } = await connect();
    try {
      if (account !== address)
        throw new WalletError(
          'The wallet shows another account. Choose in it the one linked here.',
        );
      const { nonce, challenge, statements } = await ask.mutateAsync({ attribute });
      const presentation = await present(challenge, statements);
      return await answer.mutateAsync({ attribute, nonce, presentation });
    } finally {
      await disconnect();
    }
  };
  return {
    show: (attribute: IdentityAttribute, connect: Connect) => {
      change(() => show(attribute, connect));
    },
    remove: (attribute: IdentityAttribute) => {
      change(() => forget.mutateAsync({ attribute }));
    },
    isBusy,
    problem,
  };
}
