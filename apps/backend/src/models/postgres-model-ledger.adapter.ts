import { AppError, type ModelCall } from '@hatchr/contracts';
import {
  RESERVATION_MS,
  spentScope,
  type Amount,
  type BilledTo,
  type Budgets,
  type BudgetScope,
  type CallOwner,
  type ModelLedger,
  type Reservation,
} from '@hatchr/language-model';
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';

/** Only has to be the same in every process of an instance, and another than its other locks. */
const BUDGET_LOCK = 727_003;

/** A model's answer to the same request does not age; this bounds the table. */
const ANSWER_DAYS = 30;

interface Sums {
  step: Amount;
  job: Amount;
  user_day: Amount;
  instance_day: Amount;
}

const amountOf = (condition: string): string => `jsonb_build_object(
  'tokens', COALESCE(sum(tokens) FILTER (WHERE ${condition}), 0),
  'microUsd', COALESCE(sum(micro_usd) FILTER (WHERE ${condition}), 0))`;

/** What counts of the job and of the day, for one purse. A call whose process died counts no longer than it could run. */
const SELECT_SUMS = `
  SELECT ${amountOf('job_id = $1 AND step = $3')} AS step,
    ${amountOf('job_id = $1')} AS job,
    ${amountOf('is_today AND user_id = $2 AND billed_to = $4')} AS user_day,
    ${amountOf('is_today AND billed_to = $4')} AS instance_day
  FROM (
    SELECT *, reserved_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS is_today
    FROM model_calls
    WHERE (job_id = $1 OR reserved_at >= date_trunc('day', now() AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')
      AND (call IS NOT NULL OR reserved_at > now() - make_interval(secs => $5))
  ) AS counted`;

/** The ledger of all processes of an instance. */
export class PostgresModelLedger implements ModelLedger {
  constructor(private readonly dataSource: DataSource) {}

  /** One reservation after the other, whatever process it comes from: so together they never pass a cap. */
  async reserve(
    owner: CallOwner,
    worst: Amount,
    budgets: Budgets,
    billedTo: BilledTo,
  ): Promise<Reservation | { spent: BudgetScope }> {
    return this.dataSource.transaction(async (manager) => {
      // A statement of its own: the sums after it must see what the holder before has committed.
      await manager.query('SELECT pg_advisory_xact_lock($1)', [BUDGET_LOCK]);
      // Read anew: a guest who signs up takes the job along.
      const [job] = await manager.query<{ userId: string }[]>(
        'SELECT owner_id AS "userId" FROM jobs WHERE id = $1',
        [owner.jobId],
      );
      if (!job) throw new AppError('job.cancelled');
      const current = { ...owner, ...job };
      const spent = spentScope(await this.counted(manager, current, billedTo), worst, budgets);
      if (spent) return { spent };
      const id = randomUUID();
      await manager.query(
        `INSERT INTO model_calls (id, job_id, user_id, step, billed_to, tokens, micro_usd)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, owner.jobId, current.userId, owner.step, billedTo, worst.tokens, worst.microUsd],
      );
      return { id };
    });
  }

  async settle({ id }: Reservation, call: ModelCall, counted: Amount): Promise<void> {
    await this.dataSource.query(
      'UPDATE model_calls SET call = $2::jsonb, tokens = $3, micro_usd = $4 WHERE id = $1',
      [id, JSON.stringify(call), counted.tokens, counted.microUsd],
    );
  }

  async note(owner: CallOwner, call: ModelCall): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO model_calls (id, job_id, user_id, step, billed_to, tokens, micro_usd, call)
       SELECT $1, id, owner_id, $3, 'operator', 0, 0, $4::jsonb FROM jobs WHERE id = $2`,
      [randomUUID(), owner.jobId, owner.step, JSON.stringify(call)],
    );
  }

  async findAnswer(contentHash: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ answer: string }[]>(
      'SELECT answer FROM model_answers WHERE content_hash = $1 AND expires_at > now()',
      [contentHash],
    );
    return rows[0]?.answer ?? null;
  }

  async keepAnswer(contentHash: string, answer: string): Promise<void> {
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM model_answers WHERE expires_at <= now() AND content_hash <> $1)
       INSERT INTO model_answers (content_hash, answer, expires_at)
       VALUES ($1, $2, now() + make_interval(days => $3))
       ON CONFLICT (content_hash) DO UPDATE SET answer = excluded.answer, expires_at = excluded.expires_at`,
      // Postgres stores no NUL; a reader of the answer would drop it anyway.
      [contentHash, answer.replaceAll('\u0000', ''), ANSWER_DAYS],
    );
  }

  async pausedUntil(providerKey: string): Promise<Date | null> {
    const rows = await this.dataSource.query<{ until: Date }[]>(
      'SELECT until FROM model_pauses WHERE provider_key = $1 AND until > now()',
      [providerKey],
    );
    return rows[0]?.until ?? null;
  }

  async pause(providerKey: string, until: Date): Promise<void> {
    await this.dataSource.query(
      `WITH gone AS (DELETE FROM model_pauses WHERE until <= now() AND provider_key <> $1)
       INSERT INTO model_pauses (provider_key, until) VALUES ($1, $2)
       ON CONFLICT (provider_key) DO UPDATE SET until = GREATEST(model_pauses.until, excluded.until)`,
      [providerKey, until],
    );
  }

  private async counted(
    manager: EntityManager,
    { jobId, userId, step }: CallOwner,
    billedTo: BilledTo,
  ): Promise<Partial<Record<BudgetScope, Amount>>> {
    const [sums] = await manager.query<[Sums]>(SELECT_SUMS, [
      jobId,
      userId,
      step,
      billedTo,
      RESERVATION_MS / 1000,
    ]);
    const { instance_day: instanceDay, ...others } = sums;
    return {
      call: { tokens: 0, microUsd: 0 },
      ...others,
      // A user's own account is not the instance's to hold.
      ...(billedTo === 'operator' ? { instance_day: instanceDay } : {}),
    };
  }
}
