import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { buildAppModel } from '../model/app-model.js';
import { failed, passed, type GateVerdict, type SlotGateInput } from './gate.js';
import { databaseImage } from './ensure-kit.js';
import { briefProgram } from './kit-tools.js';
import { runCommand } from './run-command.js';

// `../..` of a module in src/gates and in dist/gates alike is the project folder.
const script = fileURLToPath(new URL('../../template/gates/probe-database.mjs', import.meta.url));

const reportSchema = z.object({
  tables: z.number(),
  probes: z.number(),
  migrations: z.number(),
  problems: z.array(z.string()),
});

/**
 * Applies the migrations and the seed to an embedded database in a child process and tries every verb on every
 * table as owner, another user and visitor, independently of the app's own tests.
 */
export async function probeDatabase(input: SlotGateInput): Promise<GateVerdict> {
  const { publicPage } = input.spec;
  const { entities } = buildAppModel(input.spec);
  const references = Object.fromEntries(
    entities.map((entity) => [
      entity.table,
      entity.fields.filter((field) => field.target).map((field) => field.column),
    ]),
  );
  const table = entities.find((entity) => entity.spec.name === publicPage?.entity)?.table;
  const visitorRights = {
    waitlist_signups: ['insert'],
    ...(table ? { [table]: ['select'], public_responses: ['insert'] } : {}),
  };
  const image = databaseImage(input.kitFolder);
  const result = await runCommand({
    command: process.execPath,
    args: [...briefProgram, script, JSON.stringify({ visitorRights, references, image })],
    cwd: input.slot.folder,
    home: input.slot.scratch,
    hidden: input.slot.hidden,
    signal: input.signal,
    timeoutMs: input.timeoutMs,
  });
  input.signal.throwIfAborted();
  const line = result.output.split('\n').findLast((text) => text.startsWith('{'));
  if (result.outcome !== 'exited' || result.code !== 0 || line === undefined)
    return failed(`The database could not be tried.\n${result.output}`);
  const report = reportSchema.parse(JSON.parse(line));
  if (report.problems.length > 0) return failed(report.problems.slice(0, 20).join('\n'));
  return passed(
    `${String(report.migrations)} migrations and the demo rows applied; ${String(report.probes)} attempts on ${String(report.tables)} tables were allowed and refused as they must be.`,
  );
}
