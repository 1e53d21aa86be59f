import 'server-only';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { BaseRow, EntityDefinition } from '../entity';
import { DatabaseError, type ListOptions, type Repository } from './repository';

function fail(error: { message: string; code?: string }): never {
  throw new DatabaseError(error.message, error.code);
}

export class SupabaseRepository<Row extends BaseRow, Input extends object> implements Repository<
  Row,
  Input
> {
  private readonly columns: ReadonlySet<string>;

  constructor(
    private readonly client: SupabaseClient,
    private readonly entity: EntityDefinition<Row, Input>,
  ) {
    this.columns = new Set([
      'created_at',
      'updated_at',
      ...entity.fields.map((field) => field.name),
    ]);
  }

  async list(options: ListOptions = {}): Promise<Row[]> {
    const asked = options.orderBy;
    const order = asked && this.columns.has(asked.column) ? asked : this.entity.orderBy;
    const offset = options.offset ?? 0;
    const { data, error } = await this.select(options, false)
      .order(order.column, { ascending: order.ascending, nullsFirst: false })
      .order('id')
      .range(offset, offset + (options.limit ?? 100) - 1);
    if (error) fail(error);
    return data.map((row) => this.entity.row.parse(row));
  }

  async count(options: Pick<ListOptions, 'search' | 'filter' | 'between'> = {}): Promise<number> {
    const { count, error } = await this.select(options, true);
    if (error) fail(error);
    return count ?? 0;
  }

  async get(id: string): Promise<Row | null> {
    const { data, error } = await this.client
      .from(this.entity.table)
      .select('*')
      .eq('id', id)
      .maybeSingle();
    if (error) fail(error);
    return data ? this.entity.row.parse(data) : null;
  }

  async create(input: Input, id?: string): Promise<Row> {
    const { data, error } = await this.client
      .from(this.entity.table)
      .insert({ ...this.pick(input), ...(id ? { id } : {}) })
      .select('*')
      .single();
    if (error) fail(error);
    return this.entity.row.parse(data);
  }

  async update(id: string, input: Partial<Input>): Promise<Row | null> {
    const { data, error } = await this.client
      .from(this.entity.table)
      .update(this.pick(input))
      .eq('id', id)
      .select('*')
      .maybeSingle();
    if (error) fail(error);
    return data ? this.entity.row.parse(data) : null;
  }

  async remove(id: string): Promise<void> {
    const { error } = await this.client.from(this.entity.table).delete().eq('id', id);
    if (error) fail(error);
  }

  private pick(input: object): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(input).filter(([key, value]) => this.columns.has(key) && value !== undefined),
    );
  }

  private select({ search, filter = {}, between }: ListOptions, onlyCount: boolean) {
    let query = this.client
      .from(this.entity.table)
      .select('*', onlyCount ? { count: 'exact', head: true } : {});
    // These characters have a meaning in the filter syntax of PostgREST, so they are not searched for.
    const term = search?.replace(/[%_,()\\"]/g, ' ').trim();
    if (term && this.entity.searchColumns.length > 0)
      query = query.or(
        this.entity.searchColumns.map((column) => `${column}.ilike."%${term}%"`).join(','),
      );
    for (const [column, value] of Object.entries(filter))
      if (this.columns.has(column)) query = query.eq(column, value);
    if (between && this.columns.has(between.column))
      query = query.gte(between.column, between.from).lt(between.column, between.to);
    return query;
  }
}
