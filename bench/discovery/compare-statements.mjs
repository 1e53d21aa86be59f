// What research states of a site of the local web, held to what the manifest says that it states.

/** @typedef {import('@hatchr/contracts').DiscoveryResult} DiscoveryResult */
/** @typedef {import('./local-web/serve-local-web.mjs').LocalSite} LocalSite */

const UNKNOWN_PLAN = {
  name: null,
  amount: null,
  currency: null,
  period: null,
  billed: null,
  per: null,
  isFrom: false,
  isFree: false,
  isOnRequest: false,
  trialDays: null,
};

/**
 * @param {string} id of a site
 * @param {DiscoveryResult} result
 * @returns {string[]} every statement in one line
 */
export function listStated(id, { competitors, evidence }) {
  const competitor = competitors.find(({ domain }) => domain === `${id}.test`);
  if (!competitor) return [];
  const rows = evidence.filter((row) => row.competitorId === competitor.id);
  /** @param {string} kind */
  const said = (kind) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ claim }) => claim.slice(claim.indexOf(': ') + 2));
  // What the search said of it is in its words and not the site's.
  const isOwn = rows.some(({ kind, source }) => kind === 'summary' && source === 'page');
  return [
    ...(rows.some(({ kind }) => kind === 'name') ? list('name', [competitor.name]) : []),
    ...(isOwn ? list('summary', [competitor.summary]) : []),
    ...(competitor.audience === null ? [] : list('audience', [competitor.audience])),
    ...list('features', said('features')),
    ...list('lacks', said('lacks')),
    ...list(
      'plans',
      (competitor.plans ?? []).map(({ evidenceId: _, ...plan }) => plan),
    ),
    ...list(
      'integrations',
      (competitor.integrations ?? []).map(({ name }) => name),
    ),
    ...list(
      'technologies',
      (competitor.technologies ?? []).map(({ name }) => name),
    ),
  ];
}

/**
 * @param {LocalSite} site
 * @returns {string[]} likewise
 */
export function listExpected({ expected }) {
  if (expected === null) return [];
  const { trialDays, plans, languages: _, ...facts } = /** @type {any} */ (expected);
  // A trial that the site offers in general is one of each plan that is paid and has a price.
  const whole = (plans ?? []).map((/** @type {any} */ plan) => ({
    ...UNKNOWN_PLAN,
    ...plan,
    trialDays: plan.trialDays ?? (plan.isFree || plan.isOnRequest ? null : (trialDays ?? null)),
  }));
  return [
    ...Object.entries(facts).flatMap(([field, value]) => list(field, [value].flat())),
    ...list('plans', whole),
  ];
}

/**
 * @param {string} field
 * @param {readonly unknown[]} values
 */
function list(field, values) {
  return values.map((value) => `${field}: ${JSON.stringify(sorted(value))}`);
}

/** @param {unknown} value keys in one order, so that equal plans are equal text */
function sorted(value) {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
