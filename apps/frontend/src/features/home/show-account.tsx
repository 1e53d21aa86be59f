'use client';
import type { Account } from '@hatchr/contracts';
import { Button } from '@/components/ui/button';
import { trpc } from '@/lib/trpc';
import { WalletChoice, type Connect } from '@/features/wallet/wallet-choice';
import { useAccountChange } from './use-account-change';
import { WalletProblem } from './wallet-problem';

/** Lets a person show with their wallet that an account is theirs, or take that back. The server decides. */
export function ShowAccount({ identity }: { identity: Account['identity'] }) {
  const { start, unlink, isBusy, problem } = useIdentity();
  return (
    <div className="mt-5 border-t border-line pt-5">
      {identity.address ? (
        <>
          <p className="text-[13px] text-ink-faint">Your account</p>
          <code className="mt-1 block font-mono text-[12.5px] leading-5 break-all">
            {identity.address}
          </code>
          <Button size="sm" className="mt-4" isBusy={isBusy} onClick={unlink}>
            Remove it
          </Button>
        </>
      ) : (
        identity.network && (
          <WalletChoice
            network={identity.network}
            labels={{ browser: 'Use the browser wallet', phone: 'Use a wallet on your phone' }}
            isBusy={isBusy}
            onChoose={start}
          />
        )
      )}
      <WalletProblem problem={problem} />
    </div>
  );
}

function useIdentity(): {
  start: (connect: Connect) => void;
  unlink: () => void;
  isBusy: boolean;
  problem: string | null;
} {
  const { change, isBusy, problem } = useAccountChange();
  const ask = trpc.account.startVerification.useMutation();
  const verify = trpc.account.verify.useMutation();
  const remove = trpc.account.unlink.useMutation();
  const show = async (connect: Connect): Promise<Account> => {
    const { account, sign, disconnect } = await connect();
    try {
      const { nonce, message } = await ask.mutateAsync({ account });
      const signature = await sign(message);
      return await verify.mutateAsync({ account, nonce, message, signature });
    } finally {
      await disconnect();
    }
  };
  return {
    start: (connect) => {
      change(() => show(connect));
    },
    unlink: () => {
      change(() => remove.mutateAsync());
    },
    isBusy,
    problem,
  };
}
