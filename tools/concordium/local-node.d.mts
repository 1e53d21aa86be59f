/** How a test sees the local node; see local-node.mjs and local-chain.mjs. */
export interface ChainTransaction {
  hash: string;
  nonce: bigint;
  registered: Buffer;
}

export interface ChainAccount {
  address: Uint8Array;
  threshold: number;
  credentials: Record<number, { threshold: number; keys: Record<number, string>; credId: string }>;
  balance?: bigint;
}

export class LocalChain {
  constructor(options?: { genesisHash?: string });
  readonly genesisHash: string;
  microCcdPerEnergy: bigint;
  isStopped: boolean;
  failsExecution: boolean;
  clockOffset: number;
  readonly pool: Map<string, { state: string; transaction: ChainTransaction }>;
  readonly paid: ChainTransaction[];
  addAccount(account: ChainAccount): { balance: bigint; nonce: bigint };
  produceBlock(): void;
}

export interface LocalNode {
  chain: LocalChain;
  faults: { onSend: () => string | undefined; isNewerThanSdk: boolean; hidesTransactions: boolean };
  calls: string[];
  port: number;
  url: string;
  stop(): void;
}

export function startLocalNode(options?: {
  chain?: LocalChain;
  port?: number;
  /** Milliseconds between blocks; null: only `chain.produceBlock()` makes them. */
  blockMs?: number | null;
}): Promise<LocalNode>;
