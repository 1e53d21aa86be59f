import type { EntitySpec, ProductSpec } from '@hatchr/contracts';

type Page = ProductSpec['pages'][number];

/** Addresses of an entity's pages are its plural with hyphens, as the generator writes them. */
const routeOf = (entity: EntitySpec): string => `/${entity.plural.replaceAll('_', '-')}`;

function pagesOf(entity: EntitySpec): Page[] {
  const route = routeOf(entity);
  const page = { entity: entity.name, isPublic: false };
  const single = entity.label;
  return [
    {
      ...page,
      path: route,
      title: entity.labelPlural,
      purpose: entity.description,
      view: entity.view,
    },
    {
      ...page,
      path: `${route}/[id]`,
      title: single,
      purpose: 'One row with everything that refers to it.',
      view: 'detail',
    },
    {
      ...page,
      path: `${route}/new`,
      title: `New ${single}`.slice(0, 80),
      purpose: 'Adds a row.',
      view: 'form',
    },
  ];
}

/**
 * The specification with pages that fit its entities: titles, purposes and views of changed entities follow them,
 * new entities get theirs. Pages of entities that are as they were in `base` stay as they are.
 */
export function alignPages(spec: ProductSpec, base: ProductSpec): ProductSpec {
  const before = new Map(base.entities.map((entity) => [entity.name, entity]));
  const isSame = (entity: EntitySpec): boolean => {
    const known = before.get(entity.name);
    return (
      known !== undefined &&
      (['label', 'labelPlural', 'description', 'view'] as const).every(
        (key) => known[key] === entity[key],
      )
    );
  };
  const changed = spec.entities.filter((entity) => !isSame(entity));
  const names = new Set(changed.map(({ name }) => name));
  const kept = spec.pages.filter((page) => !page.entity || !names.has(page.entity));
  return { ...spec, pages: [...kept, ...changed.flatMap(pagesOf)].slice(0, 40) };
}
