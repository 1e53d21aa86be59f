import { z } from 'zod';

/** What a page tells of the instance before anyone has done anything. */
export const instanceSchema = z.object({
  /** Services on the web that words of an idea are sent to, as people know them. Empty: none leaves the instance. */
  searchServices: z.array(z.string()),
  /** How phones with a wallet are reached; null where the operator has no project of WalletConnect. */
  walletConnect: z.object({ projectId: z.string(), relayUrl: z.string() }).nullable(),
});
export type Instance = z.output<typeof instanceSchema>;
