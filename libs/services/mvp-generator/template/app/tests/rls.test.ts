import { beforeAll, describe, expect, it } from 'vitest';
import { asUser } from '@/lib/db/pglite';
import type { BaseRow } from '@/lib/entity';
import {
  addAccount,
  allEntities,
  createRow,
  entityOf,
  expectIsolated,
  formFor,
  openWorkspace,
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
        await expect(asVisitor(`${verb} ${table}${rest}`)).rejects.toThrow(/permission denied/);
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
