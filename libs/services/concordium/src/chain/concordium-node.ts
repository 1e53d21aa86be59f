import type {
  AccountInfo,
  BlockItemStatus,
  ConcordiumGRPCClient,
  CryptographicParameters,
} from '@concordium/web-sdk';
import type { GrpcTransport } from '@protobuf-ts/grpc-transport';
import { AppError } from '@hatchr/contracts';
import type { ChainConfig } from './chain.config.js';
import { loadSdk, type ConcordiumSdk } from './load-sdk.js';
import { toChainError, toNodeFault, type NodeFault } from './node-error.js';

/** A transaction in a final block. */
export interface FinalizedTransaction {
  state: 'finalized';
  blockHash: string;
  blockTime: Date;
  /** What was paid, by the sender or by a sponsor. */
  costMicroCcd: bigint;
  sender: string;
  /** Hex of the bytes that it registered; null when the chain refused it, which costs all the same. */
  data: string | null;
}

export type TransactionState =
  | FinalizedTransaction
  /** `unknown`: this node has never heard of it; `unreadable`: it has, and says more than the SDK understands. */
  | { state: 'unknown' | 'received' | 'committed' | 'unreadable' };

/** What the chain says of an account in its newest final block. */
export interface ChainAccount {
  /** The first number that no final transaction has used. */
  nonce: bigint;
  balanceMicroCcd: bigint;
  info: AccountInfo;
}

/** One node over gRPC. Every method throws AppError `proof.*` where it does not say otherwise. */
export class ConcordiumNode {
  private connecting: Promise<[ConcordiumSdk, ConcordiumGRPCClient, GrpcTransport]> | undefined;

  constructor(readonly chain: ChainConfig) {}

  /**
   * The slot time of the newest final block: the clock by which the chain lets transactions expire.
   *
   * @throws AppError `proof.wrong_network` when the node's genesis block is another one
   */
  async finalTime(): Promise<Date> {
    return this.ask(async (client) => {
      const { genesisBlock, lastFinalizedBlock } = await client.getConsensusStatus();
      if (genesisBlock.toString() !== this.chain.genesisHash)
        throw new AppError('proof.wrong_network', {
          details: { expected: this.chain.genesisHash, found: genesisBlock.toString() },
        });
      return (await client.getBlockInfo(lastFinalizedBlock)).blockSlotTime;
    });
  }

  /** @throws AppError `proof.account_unknown` */
  async account(address: string): Promise<ChainAccount> {
    const found = await this.ask(async (client, sdk) => {
      try {
        return await client.getAccountInfo(sdk.AccountAddress.fromBase58(address));
      } catch (error) {
        if (toNodeFault(error).kind === 'not_found') return null;
        throw error;
      }
    });
    if (!found) throw new AppError('proof.account_unknown');
    return {
      nonce: found.accountNonce.value,
      balanceMicroCcd: found.accountAvailableBalance.microCcdAmount,
      info: found,
    };
  }

  /** The next number for a transaction of the account, counting what waits in this node. */
  nextNonce(address: string): Promise<bigint> {
    return this.ask(async (client, sdk) => {
      const { nonce } = await client.getNextAccountNonce(sdk.AccountAddress.fromBase58(address));
      return nonce.value;
    });
  }

  /** MicroCCD for an amount of energy at today's rates. */
  priceOf(energy: bigint): Promise<bigint> {
    return this.ask(async (client, sdk) => {
      const parameters = await client.getBlockChainParameters();
      return sdk.convertEnergyToMicroCcd(sdk.Energy.create(energy), parameters).microCcdAmount;
    });
  }

  /** What commitments and proofs of this chain are made with; it never changes. */
  cryptographicParameters(): Promise<CryptographicParameters> {
    return this.ask((client) => client.getCryptographicParameters());
  }

  async transaction(hash: string): Promise<TransactionState> {
    const [sdk, client] = await this.connect();
    try {
      const status = await client.getBlockItemStatus(sdk.TransactionHash.fromHexString(hash));
      return await readStatus(status, client, sdk);
    } catch (error) {
      const fault = toNodeFault(error);
      if (fault.kind === 'not_found') return { state: 'unknown' };
      if (fault.kind === 'unreadable') return { state: 'unreadable' };
      throw toChainError(fault, error);
    }
  }

  /** Hands over a signed block item (hex). Null when the node has it now, or had it before. Never throws. */
  async send(blockItem: string): Promise<Exclude<NodeFault, { kind: 'duplicate' }> | null> {
    try {
      const [sdk, client] = await this.connect();
      const bytes = Uint8Array.from(Buffer.from(blockItem, 'hex').subarray(1));
      await client.sendTransaction(sdk.AccountTransactionV0.deserialize(bytes.buffer));
      return null;
    } catch (error) {
      const fault = toNodeFault(error);
      return fault.kind === 'duplicate' ? null : fault;
    }
  }

  /** Ends the connection; the next question opens another. */
  async close(): Promise<void> {
    const connecting = this.connecting;
    this.connecting = undefined;
    const [, , transport] = (await connecting?.catch(() => undefined)) ?? [];
    transport?.close();
  }

  private async ask<T>(
    question: (client: ConcordiumGRPCClient, sdk: ConcordiumSdk) => Promise<T>,
  ): Promise<T> {
    const [sdk, client] = await this.connect();
    try {
      return await question(client, sdk);
    } catch (error) {
      throw error instanceof AppError ? error : toChainError(toNodeFault(error), error);
    }
  }

  private connect(): Promise<[ConcordiumSdk, ConcordiumGRPCClient, GrpcTransport]> {
    this.connecting ??= loadSdk().then((sdk) => {
      const { protocol, hostname, port } = new URL(this.chain.nodeUrl);
      const isTls = protocol === 'https:';
      // What the SDK's own client for Node makes, which keeps it where nobody can close it.
      const transport = new sdk.GrpcTransport({
        host: `${hostname}:${port || (isTls ? 443 : 80)}`,
        channelCredentials: isTls ? sdk.credentials.createSsl() : sdk.credentials.createInsecure(),
        timeout: this.chain.callTimeoutMs,
        // A node that restarts is back within seconds; gRPC by itself would wait up to two minutes.
        clientOptions: {
          'grpc.initial_reconnect_backoff_ms': 100,
          'grpc.min_reconnect_backoff_ms': 100,
          'grpc.max_reconnect_backoff_ms': 5_000,
        },
      });
      return [sdk, new sdk.ConcordiumGRPCClient(transport), transport];
    });
    return this.connecting;
  }
}

async function readStatus(
  status: BlockItemStatus,
  client: ConcordiumGRPCClient,
  { TransactionStatusEnum, TransactionSummaryType, TransactionKindString }: ConcordiumSdk,
): Promise<TransactionState> {
  if (status.status !== TransactionStatusEnum.Finalized) return { state: status.status };
  const { blockHash, summary } = status.outcome;
  // Null, and kinds that are no account transaction: the node says more than the SDK knows.
  if (summary?.type !== TransactionSummaryType.AccountTransaction) return { state: 'unreadable' };
  const { blockSlotTime } = await client.getBlockInfo(blockHash);
  return {
    state: 'finalized',
    blockHash: blockHash.toString(),
    blockTime: blockSlotTime,
    // Where someone else paid, the sender's part is nothing.
    costMicroCcd: summary.sponsor?.cost.microCcdAmount ?? summary.cost,
    sender: summary.sender.address,
    data:
      summary.transactionType === TransactionKindString.RegisterData
        ? summary.dataRegistered.data
        : null,
  };
}
