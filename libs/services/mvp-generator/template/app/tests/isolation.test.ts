import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { browser } from './browser';
import { openWorkspace } from './database';
import { addAccount, allEntities, createRow, formFor, repositoryFor } from './workspace';
import { loadFeatureReport } from '@/features/load-feature-report';
import { DEMO } from '@/lib/auth';
import type { BaseRow } from '@/lib/entity';

type Callable = (...values: unknown[]) => Promise<unknown>;

/** Every module below a folder of `src` whose path ends so. */
const modulesIn = (folder: string, ending: RegExp): Promise<Record<string, Callable>[]> =>
  Promise.all(
    readdirSync(path.resolve('src', folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => ending.test(name))
      .map((name) => import(/* @vite-ignore */ path.resolve('src', folder, name))),
  );

// Every server action that takes the id of a row: of the lists, of the public page, of the feature and its assistant.
const actions = [
  ...(await modulesIn('lib', /-actions\.ts$/)),
  ...(await modulesIn('features', /-actions?\.ts$/)),
].flatMap((file) => Object.values(file));
const handlers = await modulesIn('app/api/export', /\broute\.ts$/);
const textOf = async (answer: unknown): Promise<string> =>
  answer instanceof Response ? answer.text() : (JSON.stringify(answer) ?? '');

let owner = '';
let stranger = '';
const rows = new Map<string, BaseRow>();

beforeAll(async () => {
  owner = await addAccount();
  stranger = await addAccount();
  for (const entity of allEntities) rows.set(entity.key, await createRow(owner, entity));
});

describe.each(allEntities.map((entity) => [entity.labelPlural, entity] as const))(
  'what the browser can call, for %s',
  (_label, entity) => {
    it('never changes or shows a row of another account', async () => {
      const row = rows.get(entity.key)!;
      const form = new FormData();
      for (const [name, value] of Object.entries(await formFor(stranger, entity)))
        form.append(name, value);
      const choice = entity.fields.find((field) => field.kind === 'enum');
      const probes = [
        [entity.key, row.id],
        [entity.key, row.id, {}, form],
        [entity.key, row.id, choice?.name ?? '', choice?.options?.at(-1)?.value ?? ''],
        [entity.key, choice?.name ?? '', row.id, choice?.options?.at(-1)?.value ?? ''],
        [row.id],
        [row.id, form],
      ];
      browser.id = stranger;
      const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
      let calls = 0;
      for (const action of actions)
        for (const probe of probes) {
          calls++;
          const answer = await action(...probe).catch((error: Error) => error.message);
          const shown = await textOf(answer);
          // A redirect may name the id that was asked for, but nothing else of the row.
          expect(shown).not.toContain(`"user_id":"${owner}"`);
        }
      quiet.mockRestore();
      expect(calls).toBeGreaterThan(0);
      expect(await (await repositoryFor(owner, entity)).get(row.id)).toEqual(row);
    });

    it('exports the own rows and none of another account', async () => {
      const exported = async (account: string) => {
        browser.id = account;
        const answers = await Promise.all(
          handlers.map((handler) =>
            handler.GET!(new Request('http://localhost/'), {
              params: Promise.resolve({ table: entity.table }),
            }).then(textOf),
          ),
        );
        return answers.join('\n');
      };
      const row = rows.get(entity.key)!;
      expect(await exported(owner)).toContain(row.id);
      expect(await exported(stranger)).not.toContain(row.id);
    });
  },
);

it('does nothing to the rows of another account by the buttons of the feature', async () => {
  const db = await openWorkspace();
  const found = await db.query<{ id: string }>('select id from auth.users where email = $1', [
    DEMO.email,
  ]);
  const demo = found.rows[0]!.id;
  const state = () =>
    Promise.all(
      allEntities.map(async (entity) => (await repositoryFor(demo, entity)).list({ limit: 1000 })),
    );
  browser.id = demo;
  const { rows: shown, run } = await loadFeatureReport();
  const before = await state();
  expect(before.flat().length).toBeGreaterThan(0);
  browser.id = stranger;
  for (const row of shown)
    for (const action of row.actions ?? []) {
      const form = new FormData();
      for (const input of action.inputs ?? []) form.append(input.name, '1');
      await run?.(action.name, row.id, form).catch(() => undefined);
    }
  expect(await state()).toEqual(before);
});
