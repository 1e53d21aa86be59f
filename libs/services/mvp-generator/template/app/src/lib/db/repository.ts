export interface ListOptions {
  /** Words to find in the searchable columns. */
  search?: string;
  /** Column to the value that it must equal. */
  filter?: Readonly<Record<string, string>>;
  orderBy?: { column: string; ascending: boolean };
  /** `from` inclusive, `to` exclusive. */
  between?: { column: string; from: string; to: string };
  limit?: number;
  offset?: number;
}

/** The one interface that pages and actions use. Two adapters implement it: local (PGlite) and Supabase. */
export interface Repository<Row, Input> {
  list(options?: ListOptions): Promise<Row[]>;
  count(options?: Pick<ListOptions, 'search' | 'filter' | 'between'>): Promise<number>;
  get(id: string): Promise<Row | null>;
  /** `id` where it has to be known before, as for a row whose files are kept first. */
  create(input: Input, id?: string): Promise<Row>;
  update(id: string, input: Partial<Input>): Promise<Row | null>;
  remove(id: string): Promise<void>;
}

export class DatabaseError extends Error {
  constructor(
    message: string,
    readonly code?: string,
  ) {
    super(message);
    this.name = 'DatabaseError';
  }
}
