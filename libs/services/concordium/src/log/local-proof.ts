import type { ChainAnchor, LogEntry, Proof, ServedBy } from '@hatchr/contracts';
import type { LogPublicKey } from './log-key.js';

export const localLogLabel = 'Local log, not on a chain';

export const localLogServedBy: ServedBy = {
  provider: 'local transparency log',
  mode: 'embedded',
  reason: 'No Concordium account is configured on this instance.',
};

const networkNames: Record<ChainAnchor['network'], string> = {
  testnet: 'Concordium testnet',
  mainnet: 'Concordium mainnet',
  private: 'a private Concordium chain',
};

/** The chain of an anchor, as people know it. */
export const nameOfNetwork = ({ network }: Pick<ChainAnchor, 'network'>): string =>
  networkNames[network];

type MaybeAnchor = ChainAnchor | null | undefined;

const isFinal = (anchor: MaybeAnchor): anchor is ChainAnchor => anchor?.status === 'finalized';

/** What a proof may call itself: no more than its parts show. */
export function labelOf(anchor: MaybeAnchor, founder?: MaybeAnchor): string {
  if (isFinal(founder)) return `Anchored on ${nameOfNetwork(founder)} by the founder’s account`;
  if (!anchor) return localLogLabel;
  if (anchor.status === 'finalized') return `Anchored on ${nameOfNetwork(anchor)}`;
  if (anchor.status === 'failed') return `${localLogLabel}: the chain refused it`;
  return `Local log, on its way to ${nameOfNetwork(anchor)}`;
}

/** Who gave a proof what it shows by now. */
export function servedByOf(anchor: MaybeAnchor, founder?: MaybeAnchor): ServedBy {
  if (isFinal(founder))
    return {
      provider: nameOfNetwork(founder),
      mode: 'live',
      reason: 'A final transaction of the founder’s own account holds the root of the proof.',
    };
  if (!anchor) return localLogServedBy;
  if (anchor.status === 'finalized')
    return {
      provider: nameOfNetwork(anchor),
      mode: 'live',
      reason: 'A final transaction of this instance’s account holds the root of the proof.',
    };
  const reason = anchor.problem ?? 'The transaction is not final yet.';
  return { provider: localLogServedBy.provider, mode: 'embedded', reason };
}

/** An entry with the key that checks it, and where it is on the chain: what a person keeps beside the ZIP. */
export function toProof(
  entry: LogEntry,
  key: LogPublicKey,
  { anchor, founder }: { anchor?: MaybeAnchor; founder?: MaybeAnchor } = {},
): Proof {
  return {
    kind: 'local-log',
    label: labelOf(anchor, founder),
    entry,
    publicKey: key.pem,
    servedBy: servedByOf(anchor, founder),
    ...(anchor ? { anchor } : {}),
    ...(founder ? { founder } : {}),
  };
}
