import type { EntitySpec, ProductSpec } from '@hatchr/contracts';
import { routeOf } from '../model/app-model.js';

type Page = ProductSpec['pages'][number];

/** Pages that every product has, the page for strangers, then the list, detail and form of each entity. */
export function planPages(
  entities: readonly EntitySpec[],
  feature: ProductSpec['feature'],
  publicPage?: ProductSpec['publicPage'],
): Page[] {
  const page = (
    path: string,
    title: string,
    purpose: string,
    view: Page['view'],
    isPublic: boolean,
  ): Page => ({ path, title, purpose, view, isPublic });
  const fixed = [
    page(
      '/',
      'Home',
      'Says what the product is, for whom, and lets a visitor try it.',
      'landing',
      true,
    ),
    page('/pricing', 'Pricing', 'The plans as far as they are decided.', 'pricing', true),
    page('/login', 'Sign in', 'Sign in, or open the demo workspace.', 'auth', true),
    page('/signup', 'Create an account', 'Make an account.', 'auth', true),
    page('/dashboard', 'Dashboard', `${feature.name} and what is going on.`, 'dashboard', false),
    page(
      '/settings',
      'Settings',
      'Name, organisation, time zone and data export.',
      'settings',
      false,
    ),
  ];
  const own = entities.flatMap((entity): Page[] => {
    const route = routeOf(entity.plural);
    return [
      {
        ...page(route, entity.labelPlural, entity.description, entity.view, false),
        entity: entity.name,
      },
      {
        ...page(
          `${route}/[id]`,
          entity.label,
          'One row with everything that refers to it.',
          'detail',
          false,
        ),
        entity: entity.name,
      },
      {
        ...page(`${route}/new`, `New ${entity.label}`.slice(0, 80), 'Adds a row.', 'form', false),
        entity: entity.name,
      },
    ];
  });
  const shown = entities.find(({ name }) => name === publicPage?.entity);
  const open: Page[] =
    publicPage && shown
      ? [
          {
            ...page(
              `/p${routeOf(shown.plural)}`,
              publicPage.title,
              publicPage.description,
              'public',
              true,
            ),
            entity: shown.name,
          },
        ]
      : [];
  return [...fixed, ...open, ...own].slice(0, 40);
}
