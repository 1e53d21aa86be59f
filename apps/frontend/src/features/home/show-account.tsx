'use client';
import type { Account } from '@hatchr/contracts';
import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { WalletError } from '@/features/wallet/wallet';
import { WalletChoice, type Connect } from '@/features/wallet/wallet-choice';

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
      <div role="alert">
        {problem && (
          <p className="mt-3 flex gap-2 text-sm text-bad">
            <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}

function useIdentity(): {
  start: (connect: Connect) => void;
  unlink: () => void;
  isBusy: boolean;
  problem: string | null;
} {
  const utils = trpc.useUtils();
  const ask = trpc.account.startVerification.useMutation();
  const verify = trpc.account.verify.useMutation();
  const remove = trpc.account.unlink.useMutation();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<Account>): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      utils.account.me.setData(undefined, await work());
    } catch (error) {
      setProblem(error instanceof WalletError ? error.message : toShownError(error).message);
    } finally {
      setIsBusy(false);
    }
  };
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
    start: (connect) => void attempt(() => show(connect)),
    unlink: () => void attempt(() => remove.mutateAsync()),
    isBusy,
    problem,
  };
}
