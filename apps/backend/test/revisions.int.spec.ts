import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  Artifact,
  Comparison,
  DraftSpec,
  FileComparison,
  Job,
  ProductSpec,
  Project,
  PublicError,
  Revision,
} from '@hatchr/contracts';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { startTestApp, Visitor, type TestApp } from './test-app.js';

interface Answer<T> {
  result: { data: T };
  error?: { data: { appError: PublicError } };
}

describe('revisions of a project', () => {
  let backend: TestApp;
  let owner: Visitor;
  let stranger: Visitor;
  let projectId: string;
  let first: Project;

  const query = async <T>(visitor: Visitor, procedure: string, input: unknown): Promise<T> => {
    const address = `/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`;
    return dataOf((await visitor.json<Answer<T>>(address)).body);
  };
  const mutate = async <T>(visitor: Visitor, procedure: string, input: unknown): Promise<T> =>
    dataOf((await visitor.json<Answer<T>>(`/trpc/${procedure}`, { json: input })).body);
  const project = (input: object = {}, visitor = owner): Promise<Project> =>
    query(visitor, 'project', { projectId, ...input });
  const numbers = async (): Promise<number[]> =>
    (await query<Revision[]>(owner, 'projects.revisions', { projectId })).map((r) => r.number);

  const finish = async (jobId: string): Promise<Job> => {
    for (const end = Date.now() + 60_000; Date.now() < end;) {
      const job = await query<Job>(owner, 'status', { jobId });
      if (!job.canCancel) return job;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the job did not end');
  };
  const regenerate = (input: object): Promise<{ jobId: string }> =>
    mutate(owner, 'projects.regenerate', { projectId, ...input });

  /** The specification with another name and one more field. */
  const edit = (spec: ProductSpec): ProductSpec => ({
    ...spec,
    name: 'Slotsmith',
    slug: 'slotsmith',
    entities: spec.entities.map((entity, index) =>
      index === 0
        ? {
            ...entity,
            fields: [
              ...entity.fields,
              { name: 'parking_spot', label: 'Parking spot', type: 'text', required: false },
            ],
          }
        : entity,
    ),
  });
  const sql = async (text: string, values: unknown[] = []): Promise<unknown[]> => {
    const client = new pg.Client({ connectionString: backend.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text, values)).rows as unknown[];
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    backend = await startTestApp();
    owner = new Visitor(backend.url);
    stranger = new Visitor(backend.url);
    ({ projectId } = await owner.hatch('AI scheduling tool for freelancers'));
    first = await project();
  }, 120_000);
  afterAll(async () => {
    await backend.stop();
  });

  it('begin with the one that the idea was hatched as', async () => {
    expect(first.revision).toEqual({ number: 1, total: 1 });
    const [only] = await query<Revision[]>(owner, 'projects.revisions', { projectId });
    expect(only).toMatchObject({
      number: 1,
      note: null,
      isCurrent: true,
      jobId: first.jobId,
      name: first.name,
      fileCount: first.fileCount,
      manifestDigest: first.manifestDigest,
    });
    const job = await query<Job>(owner, 'status', { jobId: first.jobId });
    expect(job.revisionOf).toBeNull();
    expect(job.plan).toMatchObject({ name: first.name, brand: first.spec.brand });
  });

  it('are made from an edited specification, without another search for competitors', async () => {
    const spec = edit(first.spec);
    const { jobId } = await regenerate({ spec, note: 'Clients ask where to park' });
    const started = await query<Job>(owner, 'status', { jobId });
    expect(started).toMatchObject({ revisionOf: projectId, plan: { name: 'Slotsmith' } });
    expect(started.steps[0]).toMatchObject({ status: 'completed', progress: 100 });
    const job = await finish(jobId);
    expect(job).toMatchObject({ status: 'completed', projectId, error: null });
    expect(job.events.map((event) => event.message)).toContain(
      'Competitors are kept from revision 1.',
    );
    const second = await project();
    expect(second).toMatchObject({
      projectId,
      jobId,
      name: 'Slotsmith',
      prompt: first.prompt,
      createdAt: first.createdAt,
      revision: { number: 2, total: 2 },
      discovery: first.discovery,
      servedBy: { mvp: { reason: expect.stringContaining('edited specification') } },
    });
    expect(second.spec).toEqual(spec);
    expect(second.manifestDigest).not.toBe(first.manifestDigest);
    const [latest] = await query<Revision[]>(owner, 'projects.revisions', { projectId });
    expect(latest).toMatchObject({ number: 2, note: 'Clients ask where to park', isCurrent: true });
    const { items } = await query<{ items: { name: string; jobId: string }[] }>(
      owner,
      'projects.list',
      {},
    );
    expect(items).toEqual([expect.objectContaining({ projectId, jobId, name: 'Slotsmith' })]);
  }, 90_000);

  it('keep the sentence that the project was hatched from, whatever the specification says', async () => {
    const spec = { ...edit(first.spec), prompt: 'Something else entirely' };
    const { jobId } = await regenerate({ spec });
    await finish(jobId);
    expect((await project()).spec.prompt).toBe(first.prompt);
  }, 90_000);

  it('are compared by their specifications and by their files', async () => {
    const range = { projectId, from: 1, to: 2 };
    const { spec, files } = await query<Comparison>(owner, 'projects.compare', range);
    expect(spec.map((change) => change.message)).toEqual([
      `The name is now “Slotsmith”, no longer “${first.name}”.`,
      `${first.spec.entities[0]?.label ?? ''}: Parking spot is new (text).`,
    ]);
    expect(files.map((file) => file.path)).toEqual(
      [...new Set(files.map((file) => file.path))].sort(),
    );
    const tables = files.find((file) => file.path.endsWith('_tables.sql'));
    expect(tables).toMatchObject({ change: 'changed' });
    expect(tables?.additions).toBeGreaterThan(0);
    expect(files.some((file) => file.path.endsWith('.zip'))).toBe(false);
    const deck = files.find((file) => file.path.endsWith('.pptx'));
    expect(deck).toMatchObject({ additions: null, deletions: null });

    const file = await query<FileComparison>(owner, 'projects.compareFile', {
      ...range,
      path: tables?.path,
    });
    expect(file.omitted).toBeNull();
    const lines = file.hunks.flatMap((hunk) => hunk.lines);
    expect(lines.some((line) => line.startsWith('+') && line.includes('parking_spot'))).toBe(true);
    expect(lines.filter((line) => line.startsWith('+'))).toHaveLength(tables?.additions ?? -1);
    await expect(
      query(owner, 'projects.compareFile', { ...range, path: 'no/such/file' }),
    ).rejects.toMatchObject({ code: 'artifact.not_found' });
    expect(await query(owner, 'projects.compare', { projectId, from: 2, to: 2 })).toEqual({
      spec: [],
      files: [],
    });
    await expect(
      query(owner, 'projects.compare', { projectId, from: 1, to: 99 }),
    ).rejects.toMatchObject({ code: 'revision.not_found' });
  });

  it('are read whole by their owner, older ones too', async () => {
    const old = await project({ revision: 1 });
    expect(old).toMatchObject({ name: first.name, manifestDigest: first.manifestDigest });
    expect(old.revision).toEqual({ number: 1, total: 3 });
    const zip = Buffer.from(await (await owner.fetch(old.download?.url ?? '')).arrayBuffer());
    expect(zip.byteLength).toBe(first.download?.size);
    const files = await query<Artifact[]>(owner, 'projects.files', { projectId, revision: 1 });
    const readme = files.find((file) => file.path === 'README.md');
    const text = await (await owner.fetch(readme?.url ?? '')).text();
    expect(text).toContain(first.name);
    await expect(project({ revision: 99 })).rejects.toMatchObject({ code: 'revision.not_found' });
  });

  it('are hidden from strangers, and a shared link shows the current one only', async () => {
    const { sharePath } = await mutate<Project>(owner, 'projects.share', {
      projectId,
      isShared: true,
    });
    const shareToken = new URL(sharePath ?? '', backend.url).pathname.split('/').at(-1);
    expect(await project({ shareToken }, stranger)).toMatchObject({ name: 'Slotsmith' });
    for (const input of [{ shareToken, revision: 1 }])
      await expect(project(input, stranger)).rejects.toMatchObject({ code: 'revision.not_found' });
    const address = `/api/download/${projectId}?share=${shareToken ?? ''}&revision=1`;
    expect((await stranger.fetch(address)).status).toBe(404);
    const range = { projectId, from: 1, to: 2 };
    const gone = { code: 'project.not_found' };
    for (const [procedure, input] of [
      ['projects.revisions', { projectId }],
      ['projects.compare', range],
      ['projects.compareFile', { ...range, path: 'README.md' }],
    ] as const)
      await expect(query(stranger, procedure, input)).rejects.toMatchObject(gone);
    for (const [procedure, input] of [
      ['projects.regenerate', { projectId, spec: first.spec }],
      ['projects.restore', { projectId, number: 1 }],
      ['projects.draftSpec', { projectId, spec: first.spec }],
    ] as const)
      await expect(mutate(stranger, procedure, input)).rejects.toMatchObject(gone);
    expect((await stranger.fetch(`/api/project/${projectId}/revisions`)).status).toBe(404);
    await mutate(owner, 'projects.share', { projectId, isShared: false });
  });

  it('are restored without any being lost', async () => {
    const restored = await mutate<Project>(owner, 'projects.restore', { projectId, number: 1 });
    expect(restored).toMatchObject({
      name: first.name,
      jobId: first.jobId,
      revision: { number: 1, total: 3 },
      download: { sha256: first.download?.sha256 },
    });
    expect(await numbers()).toEqual([3, 2, 1]);
    const { status, body } = await owner.json<{
      revisions: { number: number; is_current: boolean }[];
    }>(`/api/project/${projectId}/restore`, { json: { number: 2 } });
    expect(status).toBe(200);
    expect(body.revisions.filter((r) => r.is_current).map((r) => r.number)).toEqual([2]);
    await expect(
      mutate(owner, 'projects.restore', { projectId, number: 99 }),
    ).rejects.toMatchObject({ code: 'revision.not_found' });
  });

  it('are made one at a time, and the same key makes the same one', async () => {
    const spec = edit(first.spec);
    const answers = await Promise.allSettled([
      regenerate({ spec, idempotencyKey: 'again' }),
      regenerate({ spec, idempotencyKey: 'again' }),
      regenerate({ spec, idempotencyKey: 'other' }),
    ]);
    const made = answers.flatMap((a) => (a.status === 'fulfilled' ? a.value.jobId : []));
    const refused = answers.flatMap((a) => (a.status === 'rejected' ? (a.reason as unknown) : []));
    expect(new Set(made).size).toBe(1);
    for (const error of refused) expect(error).toMatchObject({ code: 'project.regenerating' });
    expect(refused.length).toBeGreaterThan(0);
    const jobId = made[0] ?? '';
    await mutate(owner, 'jobs.cancel', { jobId }).catch(() => undefined);
    const stopped = await finish(jobId);
    // Another one takes the place of the cancelled one, which then may not come back beside it.
    const next = await regenerate({ spec });
    if (stopped.status === 'cancelled')
      await expect(mutate(owner, 'jobs.retry', { jobId })).rejects.toMatchObject({
        code: 'project.regenerating',
      });
    expect((await finish(next.jobId)).status).toBe('completed');
    expect(await numbers()).toEqual((await numbers()).map((_, index, all) => all.length - index));
  }, 90_000);

  it('are refused for a specification that is none', async () => {
    const before = await numbers();
    const [entity] = first.spec.entities;
    const hostile: unknown[] = [
      null,
      { ...first.spec, entities: [] },
      { ...first.spec, slug: '../../etc/passwd' },
      { ...first.spec, name: 'Nul\u0000' },
      { ...first.spec, tagline: 'half \ud800 a character' },
      { ...first.spec, summary: 'turned \u202e around' },
      { ...first.spec, entities: [{ ...entity, name: 'x"; DROP TABLE jobs; --' }] },
      { ...first.spec, brand: { ...first.spec.brand, primary: 'red;}</style><script>' } },
      { ...first.spec, pages: [{ ...first.spec.pages[0], path: '/../../x' }] },
    ];
    for (const spec of hostile)
      await expect(regenerate({ spec })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(regenerate({ spec: first.spec, note: 'nul \u0000' })).rejects.toMatchObject({
      code: 'input.invalid',
    });
    await expect(
      regenerate({ spec: { ...first.spec, summary: 'a'.repeat(500_000) } }),
    ).rejects.toMatchObject({ code: 'request.too_large' });
    expect(await numbers()).toEqual(before);
  });

  it('are drafted with what follows from the labels, and with the problems in words', async () => {
    const [entity] = first.spec.entities;
    const blank = {
      ...entity,
      name: '',
      plural: '',
      label: 'Waiting guest',
      labelPlural: '',
      description: '',
      titleField: '',
      fields: [{ name: '', label: 'Full name', type: 'text', required: true }],
    };
    const spec = { ...first.spec, entities: [...first.spec.entities, blank] };
    const drafted = await mutate<DraftSpec>(owner, 'projects.draftSpec', { projectId, spec });
    expect(drafted.problems).toEqual([]);
    expect((drafted.spec as ProductSpec).entities.at(-1)).toMatchObject({
      name: 'waiting_guest',
      plural: 'waiting_guests',
      labelPlural: 'Waiting guests',
      titleField: 'full_name',
      fields: [{ name: 'full_name' }],
    });
    const wrong = await mutate<DraftSpec>(owner, 'projects.draftSpec', {
      projectId,
      spec: { ...first.spec, name: '', entities: [{ ...entity, view: 'hologram' }] },
    });
    expect(wrong.problems).toEqual([
      { path: 'name', message: 'Name: this cannot be empty.' },
      {
        path: 'entities.0.view',
        message: expect.stringContaining(`${entity?.label ?? ''}, view: choose one of table`),
      },
    ]);
    const none = await mutate<DraftSpec>(owner, 'projects.draftSpec', { projectId, spec: 'text' });
    expect(none.problems).toHaveLength(1);
  });

  it('are offered over REST as well', async () => {
    const { body } = await owner.json<{ revisions: { number: number; project_name: string }[] }>(
      `/api/project/${projectId}/revisions`,
    );
    expect(body.revisions.at(-1)).toMatchObject({ number: 1, project_name: first.name });
    const started = await owner.json<{ job_id: string }>(`/api/project/${projectId}/regenerate`, {
      json: { spec: first.spec, note: 'Back to the start' },
    });
    expect(started.status).toBe(202);
    await finish(started.body.job_id);
    const old = await owner.json<{ project_name: string }>(`/api/project/${projectId}?revision=2`);
    expect(old.body.project_name).toBe('Slotsmith');
    expect((await owner.fetch(`/api/project/${projectId}?revision=x`)).status).toBe(400);
  }, 90_000);

  it('are limited in number', async () => {
    const [made] = (await sql(
      `WITH jobs_made AS (INSERT INTO jobs (id, owner_id, prompt, status, revision_of)
         SELECT gen_random_uuid(), owner_id, prompt, 'completed', id
         FROM projects, generate_series(1, 50) WHERE id = $1 RETURNING id),
       numbered AS (SELECT id, row_number() OVER () + 100 AS number FROM jobs_made)
       INSERT INTO project_revisions (project_id, number, job_id, name, slug, tagline, detail, manifest_digest)
         SELECT r.project_id, n.number, n.id, r.name, r.slug, r.tagline, r.detail, r.manifest_digest
         FROM project_revisions r, numbered n WHERE r.project_id = $1 AND r.number = 1 RETURNING 1`,
      [projectId],
    ).catch(() => [])) as unknown[];
    expect(made).toBeDefined();
    await expect(regenerate({ spec: first.spec })).rejects.toMatchObject({
      code: 'project.too_many_revisions',
    });
  });

  it('go with their project: rows, jobs and files', async () => {
    await mutate(owner, 'projects.delete', { projectId });
    for (const table of ['projects', 'project_revisions', 'jobs', 'job_steps', 'artifacts'])
      expect([table, await sql(`SELECT 1 FROM ${table}`)]).toEqual([table, []]);
    const folder = path.join(backend.dataDir, 'artifacts');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toEqual([]);
  });
});

/** The answer's data; its error is thrown as the public error that it is. */
function dataOf<T>(body: Answer<T>): T {
  if (body.error) throw Object.assign(new Error('refused'), body.error.data.appError);
  return body.result.data;
}
