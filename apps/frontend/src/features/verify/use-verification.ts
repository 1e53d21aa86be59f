import { trpc } from '@/lib/trpc';
import { isOnItsWay } from './anchor-state';

/** A transaction is final within seconds; while one is on its way, this is how soon the page looks again. */
const FIRST_LOOK_MS = 3_000;
/** One that takes longer waits for money or for a node: then the page looks ever more seldom, and at most so often. */
const LAST_LOOK_MS = 60_000;

/** How long the page waits after it has looked `looks` times (milliseconds). */
export const pauseAfter = (looks: number): number =>
  Math.min(LAST_LOOK_MS, Math.round(FIRST_LOOK_MS * 1.2 ** Math.max(0, looks - 5)));

/** What the server says about a digest, asked again until its transactions have arrived; not in a page that nobody sees. */
export const useVerification = (digest: string) =>
  trpc.proofs.verify.useQuery(
    { digest },
    {
      refetchInterval: ({ state }) => {
        const { anchor, founder } = state.data?.proof ?? {};
        return isOnItsWay(anchor) || isOnItsWay(founder)
          ? pauseAfter(state.dataUpdateCount)
          : false;
      },
      refetchIntervalInBackground: false,
    },
  );
