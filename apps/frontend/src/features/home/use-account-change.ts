'use client';
import type { Account } from '@hatchr/contracts';
import { useState } from 'react';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { WalletError } from '@/features/wallet/wallet';

/** Changes the person's account, one change at a time, and shows what the server says it is then, or why it is not. */
export function useAccountChange(): {
  change: (work: () => Promise<Account>) => void;
  isBusy: boolean;
  problem: string | null;
} {
  const utils = trpc.useUtils();
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
  return { change: (work) => void attempt(work), isBusy, problem };
}
