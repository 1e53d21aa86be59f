// Every page of a generated app, from the files that make it.

/**
 * @typedef {object} AppPage
 * @property {string} name of its screenshot
 * @property {string} path
 * @property {boolean} isPrivate seen with the demo account
 * @property {number} status that it answers with
 */

const PAGE = /^src\/app\/(.*?)\/?page\.tsx$/;

/** @param {string} file path of a page's source */
const toPath = (file) => `/${(PAGE.exec(file)?.[1] ?? '').replace(/\((?:app|auth)\)\/?/g, '')}`;

/** @param {string} path */
const nameOf = (path) =>
  path
    .replace(/^\//, '')
    .replace(/[/?=]+/g, '-')
    .replace(/[^a-z0-9-]/gi, '') || 'landing';

/**
 * The pages with `[id]` filled by `findId`, which gives the first row of a list or undefined.
 * @param {readonly { path: string }[]} files
 * @param {(route: string) => Promise<string | undefined>} findId
 * @returns {Promise<AppPage[]>}
 */
export async function listPages(files, findId) {
  /** @type {AppPage[]} */
  const pages = [];
  const sources = files.map(({ path }) => path).filter((path) => PAGE.test(path));
  const lists = sources.filter((path) => path.endsWith('/[id]/page.tsx')).map(toPath);
  for (const file of sources) {
    const path = toPath(file);
    const isPrivate = file.includes('/(app)/') || path === '/welcome';
    if (path === '/outbox') continue;
    const id = path.includes('[id]') ? await findId(path.split('/[id]')[0] ?? '') : '';
    const real = path.replace('[id]', id ?? 'none');
    pages.push({ name: nameOf(path), path: real, isPrivate, status: 200 });
    if (lists.includes(`${path}/[id]`))
      for (const [name, query] of [
        ['table', 'view=table'],
        ['no-match', 'q=zzzz'],
      ])
        pages.push({
          name: `${nameOf(path)}-${name}`,
          path: `${path}?${query}`,
          isPrivate,
          status: 200,
        });
  }
  return [...pages, { name: 'not-found', path: '/no-such-page', isPrivate: false, status: 404 }];
}
