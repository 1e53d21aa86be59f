import { createTestAccount } from '../../../../../tools/concordium/test-account.mjs';
import { LocalChain, startLocalNode } from '../../../../../tools/concordium/local-node.mjs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalNode } from '../../../../../tools/concordium/local-node.mjs';
import { AnchoringService } from '../anchoring/anchoring.service.js';
import type { TurnReport } from '../anchoring/run-turn.js';
import type { AnchoringConfig, ChainConfig } from '../chain/chain.config.js';
import { generateLogKey } from '../log/log-key.js';
import { MemoryLedger } from './memory-ledger.js';

export interface ChainFixture {
  chain: LocalChain;
  account: ReturnType<typeof createTestAccount>;
  onChain: { balance: bigint; nonce: bigint };
  ledger: MemoryLedger;
  service: AnchoringService;
  /** The service of a process that knows nothing but its configuration and the ledger. */
  newService(change?: Partial<ChainConfig>): AnchoringService;
  node(): LocalNode;
  stopNode(): void;
  startNode(): Promise<void>;
  turn(service?: AnchoringService): Promise<TurnReport>;
  /** Two blocks: what was sent is included and becomes final. */
  finalize(): void;
  /** Lets time pass on the chain and here, and makes it final. */
  wait(ms: number): void;
}

/** A chain, a node, an account with money and an empty ledger; blocks are made by hand. */
export async function startChainFixture(
  anchoring: Partial<AnchoringConfig> = {},
  keys: { keys?: number; threshold?: number } = {},
): Promise<ChainFixture> {
  const chain = new LocalChain();
  const account = createTestAccount(keys);
  const onChain = chain.addAccount(account.onChain);
  let node = await startLocalNode({ chain, blockMs: null });
  const ledger = new MemoryLedger();
  const newService = (change: Partial<ChainConfig> = {}): AnchoringService =>
    new AnchoringService({
      logPrivateKeyPem: generateLogKey(),
      chain: {
        nodeUrl: node.url,
        network: 'private',
        genesisHash: chain.genesisHash,
        callTimeoutMs: 2_000,
        ...change,
      },
      anchoring: {
        accountExport: JSON.stringify(account.exported),
        batchSize: 1,
        expiryMs: 60_000,
        expiryMarginMs: 10_000,
        ...anchoring,
      },
    });
  const service = newService();
  return {
    chain,
    account,
    onChain,
    ledger,
    service,
    newService,
    node: () => node,
    stopNode: () => {
      node.stop();
    },
    startNode: async () => {
      node = await startLocalNode({ chain, blockMs: null, port: node.port });
      while (!(await isReached(service))) await sleep(50);
    },
    turn: (by = service) => by.runTurn(ledger, () => new Date(Date.now() + chain.clockOffset)),
    finalize: () => {
      chain.produceBlock();
      chain.produceBlock();
    },
    wait: (ms) => {
      chain.clockOffset += ms;
      chain.produceBlock();
      chain.produceBlock();
    },
  };
}

const isReached = (service: AnchoringService): Promise<boolean> =>
  service.assertNetwork().then(
    () => true,
    () => false,
  );
