import type { ChainNetwork } from '@hatchr/contracts';

/** A node of Concordium, and which chain it has to belong to. */
export interface ChainConfig {
  /** `https://host:port` for TLS, `http://host:port` without. */
  nodeUrl: string;
  network: ChainNetwork;
  /** Hex. For testnet and mainnet `knownNetworks` has it. */
  genesisHash: string;
  /** For one call to the node. */
  callTimeoutMs: number;
}

/** How transactions are made; the account is the operator's. */
export interface AnchoringConfig {
  /** Text of the file that Concordium's browser wallet exports for an account. Holds its keys. */
  accountExport: string;
  /** Digests that may share one transaction; 1 gives each its own. */
  batchSize: number;
  /** A transaction that no block takes within this time is given up and made anew. */
  expiryMs: number;
  /**
   * How much longer than that the chain's own clock has to have run before it counts as given up: longer than a node
   * that lags behind the others would hide a transaction.
   */
  expiryMarginMs: number;
}

/** Genesis block, explorer and public node of the public chains, from Concordium's own wallet connectors. */
export const knownNetworks = {
  testnet: {
    genesisHash: '4221332d34e1694168c2a0c0b3fd0f273809612cb13d000d5c2e00e85f50f796',
    explorerUrl: 'https://testnet.ccdscan.io',
    nodeUrl: 'https://grpc.testnet.concordium.com:20000',
  },
  mainnet: {
    genesisHash: '9dd9ca4d19e9393877d2c44b70f89acbfc0883c2243e5eeaecc0d1cd0503f478',
    explorerUrl: 'https://ccdscan.io',
    nodeUrl: 'https://grpc.mainnet.concordium.software:20000',
  },
} as const;

/** Page of a transaction in the public explorer; null for a chain that has none, and never for a made-up one. */
export function explorerUrlOf(
  chain: Pick<ChainConfig, 'network' | 'genesisHash'>,
  transactionHash: string | null,
): string | null {
  if (chain.network === 'private' || transactionHash === null) return null;
  const known = knownNetworks[chain.network];
  if (known.genesisHash !== chain.genesisHash) return null;
  return `${known.explorerUrl}/?dcount=1&dentity=transaction&dhash=${transactionHash}`;
}
