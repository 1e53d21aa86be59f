import { trpc } from '@/lib/trpc';
import { isOnItsWay } from './anchor-state';

/** A transaction is final within seconds; while one is on its way, this is how often the page looks. */
const ON_ITS_WAY_MS = 3_000;

/** What the server says about a digest, asked again until its transaction has arrived. */
export const useVerification = (digest: string) =>
  trpc.proofs.verify.useQuery(
    { digest },
    {
      refetchInterval: ({ state }) =>
        isOnItsWay(state.data?.proof?.anchor) ? ON_ITS_WAY_MS : false,
    },
  );
