import { ConcordiumService, MerkleTree } from '@hatchr/concordium';
import {
  AppError,
  type LogConsistency,
  type LogEntry,
  type LogInclusion,
  type SignedLogHead,
} from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { ProofLogRepository } from './proof-log.repository.js';

/** What lets a stranger hold the log to what it said before: signed heads, inclusion, consistency. */
@Injectable()
export class TransparencyLogService {
  /** Entries never change, so hashes that were read once are only added to. */
  private readonly hashes: string[] = [];
  /** The entry of the last of them. */
  private last: LogEntry | null = null;
  private tree = new MerkleTree([]);
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: ProofLogRepository,
    private readonly concordium: ConcordiumService,
  ) {}

  async head(): Promise<SignedLogHead> {
    const { last, tree } = await this.read();
    return this.concordium.signHead(tree, last, new Date());
  }

  /** That the entry of a digest is in the log of a head signed now. @throws AppError proof.not_found */
  async inclusion(digest: string): Promise<LogInclusion> {
    const entry = await this.log.find(digest);
    if (!entry) throw new AppError('proof.not_found');
    const { last, tree } = await this.read();
    return {
      entry,
      merkle: tree.pathOf(entry.index),
      head: this.concordium.signHead(tree, last, new Date()),
    };
  }

  /** @throws AppError input.invalid for sizes that the log never had */
  async consistency(from: number, to: number): Promise<LogConsistency> {
    const { tree } = await this.read();
    if (from < 1 || from > to || to > tree.size)
      throw new AppError('input.invalid', {
        details: { from: `The log has ${tree.size} entries.` },
      });
    // From the one tree that is there: anyone may ask, and hashing the whole log for each would hold up everyone.
    const [fromRoot, toRoot] = [tree.rootOf(from), tree.rootOf(to)];
    return { from, fromRoot, to, toRoot, path: tree.consistencyFrom(from, to) };
  }

  listEntries(from: number, limit: number): Promise<LogEntry[]> {
    return this.log.listPage(from, limit);
  }

  private async read(): Promise<{ last: LogEntry | null; tree: MerkleTree }> {
    // One after the other: two at once would add the same hashes twice.
    this.reading = this.reading.catch(() => undefined).then(() => this.readNew());
    await this.reading;
    // Nothing is waited for from here on: entries that come meanwhile would be in the tree and not be the last.
    if (this.tree.size < this.hashes.length) this.tree = new MerkleTree(this.hashes);
    return { last: this.last, tree: this.tree };
  }

  private async readNew(): Promise<void> {
    for await (const entry of this.log.entries(this.hashes.length)) {
      this.hashes.push(entry.entryHash);
      this.last = entry;
    }
  }
}
