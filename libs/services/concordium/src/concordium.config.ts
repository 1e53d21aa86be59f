import type { IdentityAttribute } from '@hatchr/contracts';
import type { AnchoringConfig, ChainConfig } from './chain/chain.config.js';

export interface ConcordiumConfig {
  /**
   * Ed25519 private key in PKCS8 PEM (`generateLogKey()`), with which this instance signs its log. The same on every
   * process of one instance, and kept as long as the log is.
   */
  logPrivateKeyPem: string;
  /** Without a node proofs stay in the local log, and nobody can be verified. */
  chain?: ChainConfig | null;
  /** Without an account nothing is written to the chain. Needs `chain`. */
  anchoring?: AnchoringConfig | null;
  /** Whether that account pays for transactions which founders sign (protocol 10). Needs `anchoring`. */
  sponsorsFounders?: boolean;
  /** What people can show of the identity behind their account; nothing where it is left out. Needs `chain`. */
  attributes?: readonly IdentityAttribute[];
}

/** Injection token of the configuration. */
export const concordiumConfig = Symbol('concordiumConfig');
