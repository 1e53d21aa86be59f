import type { ProductScreenshot, ProductSpec } from '@hatchr/contracts';
import { buildAppModel, viewOf, type EntityModel } from '../model/app-model.js';

export interface PageToCapture extends Pick<ProductScreenshot, 'page' | 'title' | 'role'> {
  /** Seen by a visitor without an account, or in the demo workspace. */
  isPrivate: boolean;
  /** The list whose first row stands for `[id]` of a detail page. */
  listRoute?: string;
}

/** How much a list says about its product at a glance: a table looks the same in every one. */
const telling: Record<ReturnType<typeof viewOf>, number> = {
  calendar: 6,
  board: 6,
  timeline: 5,
  gallery: 4,
  chart: 4,
  thread: 3,
  table: 1,
};
// The entity of the product's one feature comes before a nicer view of something beside it.
const featureBonus = 3;

/** The two lists that show most: the best one, then the best with another view where there is one. */
function tellingLists(spec: ProductSpec): EntityModel[] {
  const { entities } = buildAppModel(spec);
  const scoreOf = (entity: EntityModel): number =>
    telling[viewOf(entity)] + (entity.spec.name === spec.feature.entity ? featureBonus : 0);
  const [first, ...rest] = entities.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  if (!first) return [];
  const second = rest.find((entity) => viewOf(entity) !== viewOf(first)) ?? rest[0];
  return second ? [first, second] : [first];
}

/** The pages that show a product best, the most telling one first. */
export function choosePages(spec: ProductSpec): PageToCapture[] {
  const titleOf = (path: string, otherwise: string): string =>
    spec.pages.find((page) => page.path === path)?.title ?? otherwise;
  const lists = tellingLists(spec);
  const [first, second] = lists.map(({ route, spec: { labelPlural } }): PageToCapture => ({
    page: route,
    title: titleOf(route, labelPlural),
    role: 'list',
    isPrivate: true,
  }));
  const [shown] = lists;
  const detail: PageToCapture[] = shown
    ? [
        {
          page: `${shown.route}/[id]`,
          title: titleOf(`${shown.route}/[id]`, shown.spec.label),
          role: 'detail',
          isPrivate: true,
          listRoute: shown.route,
        },
      ]
    : [];
  const open = spec.pages.find(({ view, isPublic }) => view === 'public' && isPublic);
  return [
    { page: '/dashboard', title: 'Dashboard', role: 'dashboard', isPrivate: true },
    ...(first ? [first] : []),
    { page: '/', title: titleOf('/', 'Home'), role: 'landing', isPrivate: false },
    ...(second ? [second] : []),
    ...detail,
    ...(open
      ? [{ page: open.path, title: open.title, role: 'public' as const, isPrivate: false }]
      : []),
  ];
}
