import 'server-only';
import type { PGlite } from '@electric-sql/pglite';
import type { BaseRow, EntityDefinition } from '../entity';
import { asUser } from './pglite';
import type { ListOptions, Repository } from './repository';

/** SQL is built only from the column lists of the entity definitions; every value is a bound parameter. */
export class LocalRepository<Row extends BaseRow, Input extends object> implements Repository<
  Row,
  Input
> {
  private readonly table: string;
  private readonly columns: ReadonlySet<string>;

  constructor(
    private readonly db: PGlite,
    private readonly entity: EntityDefinition<Row, Input>,
    private readonly userId: string,
  ) {
    this.table = `public."${entity.table}"`;
    this.columns = new Set([
      'created_at',
      'updated_at',
      ...entity.fields.map((field) => field.name),
    ]);
  }

  async list(options: ListOptions = {}): Promise<Row[]> {
    const { where, params } = this.conditions(options);
    const asked = options.orderBy;
    const order = asked && this.columns.has(asked.column) ? asked : this.entity.orderBy;
    const sql = `select * from ${this.table} ${where} order by "${order.column}" ${order.ascending ? 'asc' : 'desc'} nulls last, id limit ${Number(options.limit ?? 100)} offset ${Number(options.offset ?? 0)}`;
    return (await this.query(sql, params)).map((row) => this.entity.row.parse(row));
  }

  async count(options: Pick<ListOptions, 'search' | 'filter' | 'between'> = {}): Promise<number> {
    const { where, params } = this.conditions(options);
    const [row] = await this.query<{ n: number }>(
      `select count(*)::int as n from ${this.table} ${where}`,
      params,
    );
    return row?.n ?? 0;
  }

  async get(id: string): Promise<Row | null> {
    const [row] = await this.query(`select * from ${this.table} where id = $1`, [id]);
    return row ? this.entity.row.parse(row) : null;
  }

  async create(input: Input, id?: string): Promise<Row> {
    const { keys, values } = this.pick(input);
    if (id) {
      keys.push('"id"');
      values.push(id);
    }
    const [row] = await this.query(
      `insert into ${this.table} (${keys.join(', ')}) values (${keys.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
      values,
    );
    return this.entity.row.parse(row);
  }

  async update(id: string, input: Partial<Input>): Promise<Row | null> {
    const { keys, values } = this.pick(input);
    if (keys.length === 0) return this.get(id);
    const [row] = await this.query(
      `update ${this.table} set ${keys.map((key, i) => `${key} = $${i + 2}`).join(', ')} where id = $1 returning *`,
      [id, ...values],
    );
    return row ? this.entity.row.parse(row) : null;
  }

  async remove(id: string): Promise<void> {
    await this.query(`delete from ${this.table} where id = $1`, [id]);
  }

  private async query<T = unknown>(sql: string, params: unknown[]): Promise<T[]> {
    return (await asUser(this.db, this.userId, (tx) => tx.query<T>(sql, params))).rows;
  }

  private pick(input: object) {
    const entries = Object.entries(input).filter(
      ([key, value]) => this.columns.has(key) && value !== undefined,
    );
    return {
      keys: entries.map(([key]) => `"${key}"`),
      values: entries.map(([, value]) => value as unknown),
    };
  }

  private conditions({ search, filter = {}, between }: ListOptions): {
    where: string;
    params: unknown[];
  } {
    const params: unknown[] = [];
    const bind = (value: unknown) => `$${params.push(value)}`;
    const parts: string[] = [];
    if (search && this.entity.searchColumns.length > 0) {
      const pattern = bind(`%${search.replace(/[%_\\]/g, '\\$&')}%`);
      parts.push(
        `(${this.entity.searchColumns.map((column) => `"${column}" ilike ${pattern}`).join(' or ')})`,
      );
    }
    for (const [column, value] of Object.entries(filter))
      if (this.columns.has(column)) parts.push(`"${column}" = ${bind(value)}`);
    if (between && this.columns.has(between.column))
      parts.push(
        `"${between.column}" >= ${bind(between.from)} and "${between.column}" < ${bind(between.to)}`,
      );
    return { where: parts.length > 0 ? `where ${parts.join(' and ')}` : '', params };
  }
}
