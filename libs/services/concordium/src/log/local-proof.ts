import type { LogEntry, Proof, ServedBy } from '@hatchr/contracts';
import type { LogPublicKey } from './log-key.js';

export const localLogLabel = 'Local log, not on a chain';

export const localLogServedBy: ServedBy = {
  provider: 'local transparency log',
  mode: 'embedded',
  reason: 'No Concordium account is configured on this instance.',
};

/** An entry with the key that checks it: what a person keeps beside the ZIP. */
export function toProof(entry: LogEntry, key: LogPublicKey): Proof {
  return {
    kind: 'local-log',
    label: localLogLabel,
    entry,
    publicKey: key.pem,
    servedBy: localLogServedBy,
  };
}
