import { beforeAll, describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/pglite';
import type { BaseRow } from '@/lib/entity';
import { publicPage } from '@/public-page';
import { openWorkspace } from './database';
import {
  addAccount,
  allEntities,
  createRow,
  entityOf,
  expectFileIsPrivate,
  expectIsolated,
  formFor,
  repositoryFor,
} from './workspace';

let owner = '';
let stranger = '';
beforeAll(async () => {
  owner = await addAccount();
  stranger = await addAccount();
});

/** Runs SQL as a visitor without an account. */
async function asVisitor(sql: string): Promise<unknown> {
  const db = await openWorkspace();
  return db.transaction(async (tx) => {
    await tx.exec("select set_config('request.jwt.claims', '', true); set local role anon");
    return tx.query(sql);
  });
}

describe.each(allEntities.map((entity) => [entity.labelPlural, entity] as const))(
  'row level security of %s',
  (_label, entity) => {
    let row: BaseRow;
    beforeAll(async () => {
      row = await createRow(owner, entity);
    });
    const table = `public."${entity.table}"`;

    it('lets the owner read, change and delete a row', async () => {
      const repository = await repositoryFor(owner, entity);
      const own = await createRow(owner, entity);
      expect(await repository.get(own.id)).toEqual(own);
      const field = entity.fields[0]!.name;
      const value = (own as unknown as Record<string, unknown>)[field];
      expect((await repository.update(own.id, { [field]: value }))?.id).toBe(own.id);
      await repository.remove(own.id);
      expect(await repository.get(own.id)).toBeNull();
    });

    it('keeps the row from another account for every verb', () => expectIsolated(entity.key));

    it('refuses a row in the name of another account', async () => {
      const db = await openWorkspace();
      const input = entity.input.parse(await formFor(stranger, entity)) as Record<string, unknown>;
      const columns = ['user_id', ...Object.keys(input)];
      const attempt = asUser(db, stranger, (tx) =>
        tx.query(
          `insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
          [owner, ...Object.values(input)],
        ),
      );
      await expect(attempt).rejects.toThrow(/row-level security|foreign key/);
    });

    it('refuses to hand a row over to another account', async () => {
      const db = await openWorkspace();
      await expect(
        asUser(db, owner, (tx) =>
          tx.query(`update ${table} set user_id = $1 where id = $2`, [stranger, row.id]),
        ),
      ).rejects.toThrow(/row-level security|foreign key/);
    });

    it.each(['select * from', 'delete from', 'insert into', 'update'])(
      'refuses a visitor: %s',
      async (verb) => {
        const rest =
          verb === 'insert into' ? ' default values' : verb === 'update' ? ' set id = id' : '';
        const attempt = asVisitor(`${verb} ${table}${rest}`);
        await expect(attempt).rejects.toThrow(/permission denied/);
      },
    );

    for (const field of entity.fields.filter(
      (candidate) => candidate.kind === 'relation' && candidate.target,
    )) {
      it(`refuses ${field.label} of another account`, async () => {
        const foreign = await createRow(owner, entityOf(field.target!));
        const input = entity.input.parse({
          ...(await formFor(stranger, entity)),
          [field.name]: foreign.id,
        });
        await expect((await repositoryFor(stranger, entity)).create(input)).rejects.toThrow(
          /foreign key/,
        );
      });
    }
  },
);

describe.each(
  allEntities.flatMap((entity) =>
    entity.fields
      .filter((field) => field.kind === 'file')
      .map((field) => [`${field.label} of ${entity.labelPlural}`, entity.key, field.name] as const),
  ),
)('the file %s', (_label, key, column) => {
  it('is kept, replaced and removed by its account, and neither seen nor taken by another', () =>
    expectFileIsPrivate(key, column));
});

describe('profiles', () => {
  it('are made for a new account and read by it alone', async () => {
    const db = await openWorkspace();
    const count = async (account: string) =>
      (await asUser(db, account, (tx) => tx.query('select id from public.profiles'))).rows;
    expect(await count(owner)).toEqual([{ id: owner }]);
    expect(await count(stranger)).toEqual([{ id: stranger }]);
  });

  it('let nobody change the own plan', async () => {
    const db = await openWorkspace();
    await expect(
      asUser(db, owner, (tx) =>
        tx.query('update public.profiles set plan = plan where id = $1', [owner]),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});

describe('the demo workspace', () => {
  it('has sample rows of every kind', async () => {
    for (const entity of allEntities)
      expect(
        await (await repositoryFor('00000000-0000-4000-8000-000000000001', entity)).count(),
      ).toBeGreaterThan(2);
  });
});

describe.runIf(publicPage)('the public page', () => {
  const page = publicPage!;
  const entity = () => entityOf(page.entity);
  const table = () => `public."${entity().table}"`;
  const respond = (id: string, answer = 'yes', visitor = '') =>
    asVisitor(
      `insert into public.public_responses (record_id, answer, name, visitor) values ('${id}', '${answer}', 'A visitor', '${visitor}')`,
    );
  let shown: BaseRow;
  let hidden: BaseRow;
  beforeAll(async () => {
    shown = await createRow(owner, entity());
    hidden = await createRow(owner, entity());
    const db = await openWorkspace();
    await asUser(db, owner, (tx) =>
      tx.query(`update ${table()} set is_published = true where id = $1`, [shown.id]),
    );
  });

  it('shows a visitor published rows only', async () => {
    const list = (await asVisitor(`select id from ${table()}`)) as { rows: { id: string }[] };
    const ids = list.rows.map((row) => row.id);
    expect(ids).toContain(shown.id);
    expect(ids).not.toContain(hidden.id);
  });

  it('hides every column that is not meant for strangers', async () => {
    const open = ['id', 'is_published', ...page.columns];
    const db = await openWorkspace();
    const all = await db.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_schema = 'public' and table_name = $1",
      [entity().table],
    );
    for (const { column_name: column } of all.rows) {
      const attempt = asVisitor(`select "${column}" from ${table()} limit 1`);
      if (open.includes(column)) await attempt;
      else await expect(attempt, column).rejects.toThrow(/permission denied/);
    }
  });

  it('lets no other account publish or unpublish a row', async () => {
    const db = await openWorkspace();
    const changed = await asUser(db, stranger, (tx) =>
      tx.query(
        `update ${table()} set is_published = not is_published where id in ($1, $2) returning id`,
        [shown.id, hidden.id],
      ),
    );
    expect(changed.rows).toEqual([]);
  });

  it('takes a response for a published row and refuses one for any other', async () => {
    await respond(shown.id);
    await expect(respond(hidden.id)).rejects.toThrow(/row-level security/);
    await expect(respond('10000000-0000-4000-8000-999999999999')).rejects.toThrow(
      /row-level security/,
    );
    await expect(respond(shown.id, 'anything')).rejects.toThrow(/check constraint/);
  });

  it.each([
    'select * from public.public_responses',
    "update public.public_responses set name = 'x'",
    'delete from public.public_responses',
  ])('refuses a visitor: %s', async (sql) => {
    await expect(asVisitor(sql)).rejects.toThrow(/permission denied/);
  });

  it('shows responses to the owner of the row alone, who may delete them', async () => {
    const db = await openWorkspace();
    await respond(shown.id, 'maybe');
    const read = 'select id from public.public_responses';
    const remove = 'delete from public.public_responses returning id';
    expect((await asUser(db, stranger, (tx) => tx.query(read))).rows).toEqual([]);
    expect((await asUser(db, stranger, (tx) => tx.query(remove))).rows).toEqual([]);
    expect((await asUser(db, owner, (tx) => tx.query(read))).rows.length).toBeGreaterThan(0);
    expect((await asUser(db, owner, (tx) => tx.query(remove))).rows.length).toBeGreaterThan(0);
  });

  it('counts votes of published rows without saying whose they are', async () => {
    await respond(shown.id, 'vote', 'a'.repeat(64));
    await respond(shown.id, 'vote', 'b'.repeat(64));
    const counts = (await asVisitor('select * from public.public_vote_counts()')) as {
      rows: object[];
    };
    expect(counts.rows).toContainEqual({ record_id: shown.id, votes: 2 });
  });

  it('takes one vote of each visitor for a row', async () => {
    const visitor = 'c'.repeat(64);
    await respond(shown.id, 'vote', visitor);
    await expect(respond(shown.id, 'vote', visitor)).rejects.toThrow(/one_vote/);
    await expect(respond(shown.id, 'vote')).rejects.toThrow(/check constraint/);
    await expect(asVisitor('select visitor from public.public_responses')).rejects.toThrow(
      /permission denied/,
    );
  });

  it('lets the owner alone accept a request, and change nothing else of it', async () => {
    const db = await openWorkspace();
    await respond(shown.id, 'request');
    const accept =
      'update public.public_responses set accepted_at = now() where accepted_at is null returning id';
    expect((await asUser(db, stranger, (tx) => tx.query(accept))).rows).toEqual([]);
    expect((await asUser(db, owner, (tx) => tx.query(accept))).rows.length).toBeGreaterThan(0);
    await expect(
      asUser(db, owner, (tx) => tx.query("update public.public_responses set name = 'x'")),
    ).rejects.toThrow(/permission denied/);
  });

  it('takes no flood of responses', async () => {
    const flood = async () => {
      for (let count = 0; count < 31; count++) await respond(shown.id);
    };
    await expect(flood()).rejects.toThrow(/Too many responses/);
  });
});
