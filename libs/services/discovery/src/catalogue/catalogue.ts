import type { CatalogueCategory, DatedCategory } from './catalogue-entry.js';
import { commerce } from './commerce.catalogue.js';
import { customers } from './customers.catalogue.js';
import { engineering } from './engineering.catalogue.js';
import { healthAndCommunity } from './health-and-community.catalogue.js';
import { knowledge } from './knowledge.catalogue.js';
import { learning } from './learning.catalogue.js';
import { mediaAndCommunication } from './media-and-communication.catalogue.js';
import { money } from './money.catalogue.js';
import { people } from './people.catalogue.js';
import { places } from './places.catalogue.js';
import { professional } from './professional.catalogue.js';
import { salesAndMarketing } from './sales-and-marketing.catalogue.js';
import { trades } from './trades.catalogue.js';
import { care } from './care.catalogue.js';
import { household } from './household.catalogue.js';
import { finance } from './finance.catalogue.js';
import { hospitality } from './hospitality.catalogue.js';
import { resale } from './resale.catalogue.js';
import { culture } from './culture.catalogue.js';
import { hobbies } from './hobbies.catalogue.js';
import { operations } from './operations.catalogue.js';
import { technology } from './technology.catalogue.js';
import { sharedFeatures } from './shared-features.js';
import { timeAndTasks } from './time-and-tasks.catalogue.js';
import { wellbeing } from './wellbeing.catalogue.js';

/**
 * The catalogue's files, each with the date of knowledge of its rows: what it says was true, to its writer's
 * knowledge, by this day. The rows were written from knowledge and not read off the products' sites, so the day
 * lies before the release that carries them, and a product may have changed since.
 */
const files: readonly { asOf: string; categories: readonly CatalogueCategory[] }[] = [
  { asOf: '2025-06-30', categories: timeAndTasks },
  { asOf: '2025-06-30', categories: knowledge },
  { asOf: '2025-06-30', categories: salesAndMarketing },
  { asOf: '2025-06-30', categories: customers },
  { asOf: '2025-06-30', categories: engineering },
  { asOf: '2025-06-30', categories: money },
  { asOf: '2025-06-30', categories: people },
  { asOf: '2025-06-30', categories: learning },
  { asOf: '2025-06-30', categories: wellbeing },
  { asOf: '2025-06-30', categories: commerce },
  { asOf: '2025-06-30', categories: places },
  { asOf: '2025-06-30', categories: healthAndCommunity },
  { asOf: '2025-06-30', categories: mediaAndCommunication },
  { asOf: '2025-06-30', categories: professional },
  { asOf: '2025-06-30', categories: trades },
  { asOf: '2025-06-30', categories: care },
  { asOf: '2025-06-30', categories: household },
  { asOf: '2025-06-30', categories: finance },
  { asOf: '2025-06-30', categories: hospitality },
  { asOf: '2025-06-30', categories: resale },
  { asOf: '2025-06-30', categories: culture },
  { asOf: '2025-06-30', categories: hobbies },
  { asOf: '2025-06-30', categories: operations },
  { asOf: '2025-06-30', categories: technology },
];

/** All categories of the bundled catalogue, in a fixed order. */
export const catalogue: readonly DatedCategory[] = files.flatMap(({ asOf, categories }) =>
  categories.map((category) => ({ ...category, asOf })),
);

const featureLabels: ReadonlyMap<string, string> = new Map([
  ...Object.entries(sharedFeatures),
  ...catalogue.flatMap((category) => Object.entries(category.features)),
]);

/**
 * The label of a feature as a founder reads it.
 * @throws Error when the id is not defined; the catalogue's own test keeps that from happening.
 */
export function getFeatureLabel(featureId: string): string {
  const label = featureLabels.get(featureId);
  if (label === undefined) throw new Error(`The catalogue defines no feature "${featureId}".`);
  return label;
}
