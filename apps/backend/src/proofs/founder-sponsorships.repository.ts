import { AppError } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Any constant: one sponsorship is made at a time, so that none is made past a limit. */
const SPONSOR_LOCK = 727_003;

/** One person has a few kits; this keeps one account from using up the day of all others. */
const PER_ACCOUNT_AND_DAY = 3;

export interface NewSponsorship {
  transaction: string;
  expiresAt: Date;
}

/** Transactions that the operator has signed to pay for. */
@Injectable()
export class FounderSponsorshipsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The sponsored transaction of a digest: the open one where there is one, else what `make` gives, kept. Two can never
   * be open for one digest, so the operator pays for it once.
   *
   * @throws AppError rate.limited past the limits of a day
   */
  async ensure(
    of: { digest: string; genesisHash: string; founder: string },
    perDay: number,
    make: () => Promise<NewSponsorship>,
  ): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SPONSOR_LOCK]);
      // The clock of the chain may be a little behind ours; until it is past as well, the transaction may be taken.
      const open: { transaction: string; founder: string }[] = await manager.query(
        `SELECT transaction, founder FROM founder_sponsorships
         WHERE digest = $1 AND genesis_hash = $2 AND expires_at > now() - interval '5 minutes'`,
        [of.digest, of.genesisHash],
      );
      if (open[0]) return transactionOf(open[0], of.founder);
      await this.assertWithinLimits(manager, of, perDay);
      const { transaction, expiresAt } = await make();
      await manager.query(
        `INSERT INTO founder_sponsorships (digest, genesis_hash, founder, transaction, expires_at)
         VALUES ($1, $2, $3, $4, $5)`,
        [of.digest, of.genesisHash, of.founder, transaction, expiresAt],
      );
      return transaction;
    });
  }

  private async assertWithinLimits(
    manager: EntityManager,
    { genesisHash, founder }: { genesisHash: string; founder: string },
    perDay: number,
  ): Promise<void> {
    const [row] = await manager.query<{ all: number; own: number }[]>(
      `SELECT count(*)::int AS "all", (count(*) FILTER (WHERE founder = $2))::int AS own FROM founder_sponsorships
       WHERE genesis_hash = $1 AND issued_at > now() - interval '1 day'`,
      [genesisHash, founder],
    );
    if ((row?.all ?? 0) >= perDay || (row?.own ?? 0) >= PER_ACCOUNT_AND_DAY)
      throw new AppError('rate.limited', {
        message:
          'As many transactions as this instance pays for in a day have been given out. Pay with your own account, or try again tomorrow.',
      });
  }
}

function transactionOf(open: { transaction: string; founder: string }, founder: string): string {
  if (open.founder !== founder) throw new AppError('proof.founder_pending');
  return open.transaction;
}
