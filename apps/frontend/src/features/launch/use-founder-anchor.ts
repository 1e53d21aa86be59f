import type { Account } from '@hatchr/contracts';
import { useCallback, useEffect, useState } from 'react';
import { WalletError, type ConnectedWallet } from '@/features/wallet/wallet';
import type { Connect } from '@/features/wallet/wallet-choice';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';

/** Hash of a transaction that the wallet has sent and the server has not heard of yet. */
const keyOf = (projectId: string): string => `hatchr.founder-anchor.${projectId}`;

const browserKeeps = {
  get: (projectId: string): string | null => {
    try {
      return window.localStorage.getItem(keyOf(projectId));
    } catch {
      return null;
    }
  },
  set: (projectId: string, hash: string | null): void => {
    try {
      if (hash === null) window.localStorage.removeItem(keyOf(projectId));
      else window.localStorage.setItem(keyOf(projectId), hash);
    } catch {
      // A browser that keeps nothing: then only a page that is closed in between loses the hash.
    }
  },
};

/** Has a wallet send the founder's transaction and tells the server its hash, also when the page was closed in between. */
export function useFounderAnchor(
  projectId: string,
  identity: Account['identity'],
  onReported: () => void,
) {
  const { mutateAsync: prepare } = trpc.proofs.prepareFounder.useMutation();
  const { mutateAsync: sendReport } = trpc.proofs.reportFounder.useMutation();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setIsBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(inWords(error));
    } finally {
      setIsBusy(false);
    }
  };

  const report = useCallback(
    async (transactionHash: string): Promise<void> => {
      await sendReport({ projectId, transactionHash });
      browserKeeps.set(projectId, null);
      onReported();
    },
    [sendReport, projectId, onReported],
  );

  useEffect(() => {
    const unreported = browserKeeps.get(projectId);
    if (!unreported) return;
    report(unreported).catch((error: unknown) => {
      setProblem(inWords(error));
    });
  }, [report, projectId]);

  const send = async (connect: Connect, isSponsored: boolean): Promise<void> => {
    const wallet = await connect();
    try {
      if (wallet.account !== identity.address)
        throw new WalletError(
          'The wallet shows another account than the one that you have shown to be yours. Choose that one in it.',
        );
      const hash = await sendBy(wallet, await prepare({ projectId, isSponsored }));
      browserKeeps.set(projectId, hash);
      await report(hash);
    } finally {
      await wallet.disconnect();
    }
  };
  return {
    anchor: (connect: Connect, isSponsored: boolean) =>
      void attempt(() => send(connect, isSponsored)),
    isBusy,
    problem,
  };
}

const inWords = (error: unknown): string =>
  error instanceof WalletError ? error.message : toShownError(error).message;

function sendBy(
  wallet: ConnectedWallet,
  { data, sponsored }: { data: string; sponsored: string | null },
): Promise<string> {
  if (sponsored === null) return wallet.registerData(data);
  if (!wallet.sendSponsored)
    throw new WalletError('This wallet cannot send what someone else pays for.');
  return wallet.sendSponsored(sponsored);
}
