import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, type ChainAnchor } from '@hatchr/contracts';
import type { AnchoringConfig } from '../chain/chain.config.js';
import { ConcordiumNode } from '../chain/concordium-node.js';
import { concordiumConfig, type ConcordiumConfig } from '../concordium.config.js';
import type { AnchorLedger } from './anchor-ledger.port.js';
import { OperatorAccount } from './operator-account.js';
import { runTurn, type TurnReport } from './run-turn.js';
import { verifyAnchor, type AnchorVerification } from './verify-anchor.js';

/** Writes digests to the Concordium chain and reads them back. Stateless: the backend keeps the ledger and its lock. */
@Injectable()
export class AnchoringService implements OnApplicationShutdown {
  private readonly node: ConcordiumNode | null;
  private readonly operator: { account: OperatorAccount; config: AnchoringConfig } | null;

  /** @throws AppError `input.invalid` when the account is not an export of the browser wallet */
  constructor(@Inject(concordiumConfig) { chain, anchoring }: ConcordiumConfig) {
    this.node = chain ? new ConcordiumNode(chain) : null;
    this.operator =
      chain && anchoring
        ? { account: new OperatorAccount(anchoring.accountExport), config: anchoring }
        : null;
  }

  /** Ends the connection to the node, once nobody asks any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.node?.close();
  }

  /** The account that signs and the chain it signs on; null where none is configured. */
  get sender(): Pick<ChainAnchor, 'network' | 'genesisHash' | 'sender'> | null {
    if (!this.node || !this.operator) return null;
    const { network, genesisHash } = this.node.chain;
    return { network, genesisHash, sender: this.operator.account.address };
  }

  /**
   * Asks the node which chain it belongs to.
   *
   * @throws AppError `proof.wrong_network`, `proof.node_unavailable`
   */
  async assertNetwork(): Promise<void> {
    await this.node?.finalTime();
  }

  /** One round over the ledger of the sender, whose lock the caller holds; see `runTurn`. */
  runTurn(ledger: AnchorLedger, now: () => Date = () => new Date()): Promise<TurnReport> {
    if (!this.node || !this.operator)
      throw new AppError('input.invalid', { message: 'No Concordium account is configured.' });
    return runTurn({ node: this.node, ...this.operator, ledger, now });
  }

  /** Checks what a proof says of the chain, at the configured node; see `verifyAnchor`. */
  verifyAnchor(anchor: ChainAnchor, digest: string): Promise<AnchorVerification> {
    return verifyAnchor(anchor, digest, this.node);
  }
}
