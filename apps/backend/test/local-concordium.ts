import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startLocalNode, type LocalNode } from '../../../tools/concordium/local-node.mjs';
import { createTestAccount } from '../../../tools/concordium/test-account.mjs';

export interface LocalConcordium {
  node: LocalNode;
  address: string;
  /** What a backend needs to know of it. */
  environment: Record<string, string>;
}

/** A chain with a node and an account with money, whose export lies in `folder`. */
export async function startLocalConcordium(
  folder: string,
  { blockMs = 20 }: { blockMs?: number | null } = {},
): Promise<LocalConcordium> {
  const node = await startLocalNode({ blockMs });
  const account = createTestAccount();
  node.chain.addAccount(account.onChain);
  const file = path.join(folder, 'account.json');
  writeFileSync(file, JSON.stringify(account.exported));
  return {
    node,
    address: account.address,
    environment: {
      CONCORDIUM_NETWORK: 'private',
      CONCORDIUM_NODE_URL: node.url,
      CONCORDIUM_GENESIS_HASH: node.chain.genesisHash,
      CONCORDIUM_ACCOUNT_FILE: file,
      CONCORDIUM_POLL_SECONDS: '0.1',
    },
  };
}
