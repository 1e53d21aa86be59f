import { tsLiteral } from '../escape/escape-text.js';
import { statusOf, type EntityModel, type FieldModel } from '../model/app-model.js';
import {
  dateExpression,
  firstOf,
  identityOf,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  relationsOf,
  type FeatureModule,
} from './feature-binding.js';

const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;
const lowWords = /low|min|from/u;
const highWords = /high|max|until|to$/u;

export const rangeWatch: FeatureModule = {
  kind: 'range_watch',
  fileName: 'range-watch',
  bind(entity) {
    const value =
      named(ofType(entity, 'decimal'), /value|reading|result/u) ?? firstOf(entity, 'decimal');
    const on = ofType(entity, 'date', 'datetime').find((field) => field.isRequired);
    const link = relationsOf(entity).find(
      (field) => field.target && named(ofType(field.target, 'decimal'), lowWords),
    );
    const measured = link?.target;
    if (!value?.isRequired || !on || !link || !measured) return null;
    const ends = ofType(measured, 'decimal');
    const [low, high] = [named(ends, lowWords), named(ends, highWords)];
    const where = relationsOf(entity).find((field) => field !== link);
    const end = (field: FieldModel | undefined): string =>
      field ? `range?.${field.column} ?? null` : 'null';
    return {
      entities: [entity],
      imports: ['describeRanges', 'watchRanges'],
      extraImports: on.spec.type === 'datetime' ? [importDateIn] : [],
      body: `  const [rows, parameters] = await Promise.all([db.${entity.key}.list({ limit: 2000 }), db.${measured.key}.list({ limit: 200 })]);
  const ranges = new Map(parameters.map((row) => [row.id, row]));
  const readings = rows.map((row) => {
    const range = ranges.get(row.${link.column} ?? '');
    const series = [${labelExpression(entity, link, 'Unknown')}${where ? `, ${labelExpression(entity, where, '')}` : ''}].filter(Boolean).join(', ');
    return { id: row.id, href: \`${entity.route}/\${row.id}\`, series, value: row.${value.column}, on: ${dateExpression(on)}, low: ${end(low)}, high: ${end(high)} };
  });
  return describeRanges(watchRanges(readings));`,
    };
  },
};

export const speciesList: FeatureModule = {
  kind: 'species_list',
  fileName: 'species-list',
  bind(entity) {
    const parties = entity.fields.filter((field) => field.target ?? field.spec.type === 'text');
    const species = named(parties, /species|bird|fish|plant|find|taxon|object/u);
    const on = ofType(entity, 'date', 'datetime').find((field) => field.isRequired);
    if (!species || !on) return null;
    const place =
      named(
        parties.filter((field) => field !== species),
        /place|site|spot|location|reserve|water|where/u,
      ) ?? partyOf(entity, species);
    const count = named(ofType(entity, 'integer'), /count|number|quantity|how_many/u);
    return {
      entities: [entity],
      imports: ['describeSpecies', 'listSpecies'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 5000 });
  const year = dateIn(new Date().toISOString(), context.timeZone).slice(0, 4);
  const sightings = rows.map((row) => ({ id: row.id, href: \`${entity.route}/\${row.id}\`, species: ${labelExpression(entity, species, 'Unknown')}, on: ${dateExpression(on)}, place: ${place ? labelExpression(entity, place, '') : `''`}, count: ${count ? `row.${count.column}${count.isRequired ? '' : ' ?? 1'}` : '1'} }));
  return describeSpecies(listSpecies(sightings, year), year);`,
    };
  },
};

export const rankEligibility: FeatureModule = {
  kind: 'rank_eligibility',
  fileName: 'rank-eligibility',
  bind(entity, model) {
    const link = relationsOf(entity).find(
      (field) => field.target && named(ofType(field.target, 'integer'), /month/u),
    );
    const rank = link?.target;
    const session = model.entities.find((other) =>
      other.fields.some((field) => field.target === entity && field.isRequired),
    );
    const on = session && ofType(session, 'date', 'datetime').find((field) => field.isRequired);
    const who = session?.fields.find((field) => field.target === entity);
    if (!link || !rank || !session || !on || !who) return null;
    const numbers = ofType(rank, 'integer');
    const months = named(numbers, /month/u);
    const needed = named(numbers, /class|session|lesson|hour|training|night/u);
    const since = named(ofType(entity, 'date'), /since|graded|last|passed|earned/u);
    const asked = (field: FieldModel | undefined): string =>
      field ? `rank?.${field.column} ?? 0` : '0';
    return {
      entities: [entity],
      imports: ['checkCandidates', 'describeCandidates'],
      extraImports: [importDateIn],
      body: `  const [people, ranks, attended] = await Promise.all([db.${entity.key}.list({ limit: 500 }), db.${rank.key}.list({ limit: 100 }), db.${session.key}.list({ limit: 5000 })]);
  ${today}
  const days = attended.map((row) => ({ who: row.${who.column}, on: ${dateExpression(on)} }));
  const candidates = people.map((row) => {
    const rank = ranks.find((item) => item.id === row.${link.column});
    return { ${identityOf(entity)}, rank: ${labelExpression(entity, link, 'No rank')}, monthsNeeded: ${asked(months)}, sessionsNeeded: ${asked(needed)}, since: ${since ? `row.${since.column}` : 'null'}, sessions: days.filter((day) => day.who === row.id).map((day) => day.on) };
  });
  return describeCandidates(checkCandidates(candidates, today), today);`,
    };
  },
};

export const approvalRounds: FeatureModule = {
  kind: 'approval_rounds',
  fileName: 'approval-rounds',
  bind(entity) {
    const status = statusOf(entity);
    const values = status?.spec.values?.map(({ value }) => value) ?? [];
    const approved = values.find((value) => /^approv/u.test(value));
    const changes = values.find((value) => /change|reject|rework/u.test(value));
    const link = relationsOf(entity).find(
      (field) =>
        field.isRequired &&
        field.target &&
        named(ofType(field.target, 'integer'), /round|version|number/u),
    );
    const version = link?.target;
    const round = version && named(ofType(version, 'integer'), /round|version|number/u);
    if (!status || !approved || !changes || !link || !version || !round) return null;
    const reviewer = partyOf(entity, link);
    const piece = partyOf(version);
    const column = `row.${status.column}`;
    return {
      entities: [entity, version],
      imports: ['describeRounds', 'judgeRounds'],
      extraImports: [...labelImports(reviewer), ...labelImports(piece)],
      body: `  const [drafts, answers] = await Promise.all([db.${version.key}.list({ limit: 1000 }), db.${entity.key}.list({ limit: 5000 })]);
  const versions = drafts.map((row) => ({ ${identityOf(version)}, piece: ${piece ? labelExpression(version, piece, 'Unknown') : `titleOf(${version.variable}Entity, row, context)`}, round: row.${round.column}${round.isRequired ? '' : ' ?? 1'} }));
  const verdicts = answers.map((row) => ({ ${identityOf(entity)}, versionId: row.${link.column}, reviewer: ${reviewer ? labelExpression(entity, reviewer, 'Unknown') : `titleOf(${entity.variable}Entity, row, context)`}, answer: ${column} === ${tsLiteral(approved)} ? ('approved' as const) : ${column} === ${tsLiteral(changes)} ? ('changes' as const) : ('waiting' as const) }));
  return describeRounds(judgeRounds(versions, verdicts));`,
      action: {
        names: ['approve', 'change'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${status.column}: action === 'approve' ? ${tsLiteral(approved)} : ${tsLiteral(changes)} });`,
      },
    };
  },
};

/** TypeScript for everything that a row says, beside its title. */
const textExpression = (entity: EntityModel): string =>
  `[${ofType(entity, 'long_text', 'text')
    .filter((field) => field.column !== entity.titleColumn)
    .map((field) => `row.${field.column}`)
    .join(', ')}].filter(Boolean).join(' ')`;

export const triageScore: FeatureModule = {
  kind: 'triage_score',
  fileName: 'triage-score',
  bind(entity) {
    if (!firstOf(entity, 'long_text') || !statusOf(entity)) return null;
    return {
      entities: [entity],
      imports: ['describeTriage', 'triage'],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000 });
  const messages = rows.map((row) => ({ ${identityOf(entity)}, text: ${textExpression(entity)}, isClosed: ${isClosedExpression(entity)} }));
  return describeTriage(triage(messages));`,
    };
  },
};

export const relatedNotes: FeatureModule = {
  kind: 'related_notes',
  fileName: 'related-notes',
  bind(entity) {
    if (!firstOf(entity, 'long_text')) return null;
    return {
      entities: [entity],
      imports: ['describeRelations', 'relateNotes'],
      body: `  const rows = await db.${entity.key}.list({ limit: 300 });
  const notes = rows.map((row) => ({ ${identityOf(entity)}, text: ${textExpression(entity)} }));
  return describeRelations(relateNotes(notes), notes);`,
    };
  },
};
