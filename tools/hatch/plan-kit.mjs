// Which files of a project are saved, and under which names.
import { HatchError } from './hatch-error.mjs';

/** @typedef {import('@hatchr/contracts').Artifact} Artifact */
/** @typedef {{ name: string, artifact: Artifact }} PlannedFile name is relative, with forward slashes */

/**
 * The ZIP, the proof and everything for the launch. What a server says is not trusted: a name that would leave the
 * folder, or mean something else on another system, refuses the whole kit.
 * @param {{ slug: string, artifacts: Artifact[] }} project
 * @param {typeof import('@hatchr/contracts')} contracts
 * @returns {Promise<PlannedFile[]>}
 * @throws {HatchError} notWritten
 */
export async function planKit({ slug, artifacts }, contracts) {
  // Loaded late: it brings Nest and archiver with it.
  const { assertSafePaths } = await import('@hatchr/packaging');
  if (!contracts.slugSchema.safeParse(slug).success) throw unsafe('slug', slug);
  const planned = artifacts.flatMap((artifact) => {
    const name = nameOf(artifact, slug);
    return name === undefined ? [] : [{ name, artifact }];
  });
  try {
    assertSafePaths(planned.map(({ name }) => name));
  } catch (error) {
    const reason = /** @type {any} */ (error).details?.reason ?? 'an unsafe name';
    throw unsafe('file name', String(reason), error);
  }
  if (!planned.some(({ artifact }) => artifact.kind === 'zip'))
    throw new HatchError(
      'notWritten',
      'The project has no ZIP.',
      'run the command again; if it happens again, tell the operator of that Hatchr.',
    );
  return planned;
}

/**
 * @param {Artifact} artifact
 * @param {string} slug
 * @returns {string | undefined} undefined: it is in the ZIP only
 */
function nameOf({ kind, path }, slug) {
  if (kind === 'zip') return `${slug}.zip`;
  if (kind === 'proof') return `${slug}.proof.json`;
  if (kind === 'launch') return path.startsWith('launch/') ? path : `launch/${path}`;
  return undefined;
}

/**
 * @param {string} what
 * @param {string} why
 * @param {unknown} [cause]
 */
const unsafe = (what, why, cause) =>
  new HatchError(
    'notWritten',
    `The server sent an unsafe ${what} (${JSON.stringify(why)}), so nothing was written.`,
    'do not trust that server; use one that you know.',
    { cause },
  );
