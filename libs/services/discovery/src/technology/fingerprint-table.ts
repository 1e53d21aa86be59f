import { commerceFingerprints } from './fingerprints/commerce.fingerprints.js';
import { customerToolFingerprints } from './fingerprints/customer-tools.fingerprints.js';
import { frameworkFingerprints } from './fingerprints/frameworks.fingerprints.js';
import { hostingFingerprints } from './fingerprints/hosting.fingerprints.js';
import { measurementFingerprints } from './fingerprints/measurement.fingerprints.js';
import { siteBuilderFingerprints } from './fingerprints/site-builders.fingerprints.js';
import type { TechnologyRule } from './technology-rule.js';

/**
 * How products show themselves on a page that is served with them. Written for Hatchr from knowledge of the
 * products; a signal is only in it when nothing but the product itself leaves it.
 */
export const fingerprintTable: readonly TechnologyRule[] = [
  ...frameworkFingerprints,
  ...siteBuilderFingerprints,
  ...commerceFingerprints,
  ...measurementFingerprints,
  ...hostingFingerprints,
  ...customerToolFingerprints,
];

/** Categories of what is only ever implied and leaves no mark of its own. */
export const impliedCategories: Readonly<Record<string, TechnologyRule['category']>> = {
  'Node.js': 'language',
  Python: 'language',
  Ruby: 'language',
  Erlang: 'language',
  Elixir: 'language',
};
