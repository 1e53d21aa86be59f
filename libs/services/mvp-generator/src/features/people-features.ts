import { tsLiteral } from '../escape/escape-text.js';
import { statusOf, type FieldModel } from '../model/app-model.js';
import {
  boundedExpression,
  closingValue,
  firstOf,
  identityOf,
  isCancelledExpression,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  personRelation,
  type FeatureModule,
} from './feature-binding.js';

const importDateIn = `import { dateIn } from '@/lib/time';`;
const today = `const today = dateIn(new Date().toISOString(), context.timeZone);`;

export const standings: FeatureModule = {
  kind: 'standings',
  fileName: 'standings',
  bind(entity) {
    const numbers = ofType(entity, 'integer');
    const home = named(numbers, /home|first|_a$|score_?1|team_?1|white/u) ?? numbers[0];
    const away =
      named(
        numbers.filter((field) => field !== home),
        /away|guest|second|_b$|score_?2|team_?2|black/u,
      ) ?? numbers.find((field) => field !== home);
    const relations = entity.fields.filter((field) => field.target && field.target !== entity);
    const pairs = relations.filter((field) =>
      relations.some((other) => other !== field && other.target === field.target),
    );
    const sides =
      pairs.length > 1
        ? pairs
        : ofType(entity, 'text').filter((field) => field.column !== entity.titleColumn);
    const texts = sides.length > 1 ? sides : ofType(entity, 'text');
    const [first, second] = texts;
    if (!home || !away || !first || !second) return null;
    const hasOpenStatus = home.isRequired && statusOf(entity) !== undefined;
    const played = hasOpenStatus ? isClosedExpression(entity) : 'true';
    const closing = closingValue(entity);
    const status = statusOf(entity);
    const close = status && closing ? `, ${status.column}: ${tsLiteral(closing)}` : '';
    const score = (field: FieldModel): string =>
      played === 'true' ? `row.${field.column}` : `${played} ? row.${field.column} : null`;
    return {
      entities: [entity],
      imports: ['computeStandings', 'describeStandings'],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
  const matches = rows.map((row) => ({ ${identityOf(entity)}, home: ${labelExpression(entity, first, 'Unknown')}, away: ${labelExpression(entity, second, 'Unknown')}, homeScore: ${score(home)}, awayScore: ${score(away)} }));
  return describeStandings(computeStandings(matches), matches);`,
      action: {
        names: ['result'],
        entity,
        body: `  const score = z.coerce.number().int().min(0).max(9999);
  const [home, away] = [score.parse(form.get('home')), score.parse(form.get('away'))];
  await db.${entity.key}.update(row.id, { ${home.column}: ${boundedExpression(home, 'home')}, ${away.column}: ${boundedExpression(away, 'away')}${close} });`,
      },
    };
  },
};

export const shiftCoverage: FeatureModule = {
  kind: 'shift_coverage',
  fileName: 'shift-coverage',
  bind(entity) {
    const start = ofType(entity, 'datetime').find((field) => field.isRequired);
    const person =
      named(
        entity.fields.filter((field) => field.target ?? field.spec.type === 'text'),
        /person|assign|volunteer|staff|employee|worker|member|guard|nurse|who|taken_by/u,
      ) ??
      personRelation(entity) ??
      partyOf(entity);
    if (!start || !person) return null;
    const duration = firstOf(entity, 'duration');
    // A working day stands in where a shift does not say how long it is.
    const minutes = duration
      ? `row.${duration.column}${duration.isRequired ? '' : ' ?? 480'}`
      : '480';
    const value = `row.${person.column}`;
    const name = person.target ? `context.titles.get(${value}) ?? 'Unknown'` : value;
    const shown = person.isRequired
      ? name
      : person.target
        ? `${value} === null ? null : (${name})`
        : value;
    return {
      entities: [entity],
      imports: ['checkCoverage', 'describeCoverage'],
      extraImports: [`import { formatDateTime } from '@/lib/format';`],
      body: `  const rows = await db.${entity.key}.list({ limit: 1000, orderBy: { column: '${start.column}', ascending: false } });
  const shifts = rows.map((row) => ({ ${identityOf(entity)}, startsAt: row.${start.column}, minutes: ${minutes}, person: ${shown}, isCancelled: ${isCancelledExpression(entity)} }));
  return describeCoverage(checkCoverage(shifts, new Date().toISOString()), (iso) => formatDateTime(iso, context.timeZone));`,
    };
  },
};

export const duplicateCheck: FeatureModule = {
  kind: 'duplicate_check',
  fileName: 'duplicate-check',
  bind(entity) {
    const [email, phone] = [firstOf(entity, 'email'), firstOf(entity, 'phone')];
    const title = entity.fields.find((field) => field.column === entity.titleColumn);
    const name = title?.spec.type === 'text' ? title : firstOf(entity, 'text');
    if (!email && !phone && !name) return null;
    return {
      entities: [entity],
      imports: ['describeDuplicates', 'findDuplicates'],
      body: `  const rows = await db.${entity.key}.list({ limit: 5000 });
  const contacts = rows.map((row) => ({ ${identityOf(entity)}, name: ${name ? `row.${name.column}${name.isRequired ? '' : ` ?? ''`}` : `''`}, email: ${email ? `row.${email.column}` : 'null'}, phone: ${phone ? `row.${phone.column}` : 'null'} }));
  return describeDuplicates(findDuplicates(contacts), contacts.length);`,
    };
  },
};

export const turnRotation: FeatureModule = {
  kind: 'turn_rotation',
  fileName: 'turn-rotation',
  bind(entity) {
    const dates = ofType(entity, 'date');
    const due = named(dates, /due|next|on$|when/u) ?? dates[0];
    const person =
      named(
        entity.fields.filter((field) => field.target ?? field.spec.type === 'text'),
        /person|assign|member|who|turn|roommate|housemate|host|driver/u,
      ) ?? partyOf(entity);
    if (!due || !person || person.column === entity.titleColumn) return null;
    const interval = named(ofType(entity, 'integer'), /interval|every|days|frequency/u);
    const gap = interval ? `row.${interval.column}${interval.isRequired ? '' : ' ?? 7'}` : '7';
    const { target } = person;
    const order = target
      ? `(await db.${target.key}.list({ limit: 200, orderBy: { column: 'created_at', ascending: true } })).map((other) => other.id)`
      : `[...new Set((await db.${entity.key}.list({ limit: 500 })).flatMap((other) => other.${person.column} ?? []))].sort()`;
    return {
      entities: [entity],
      imports: ['describeTurns'],
      extraImports: [importDateIn],
      body: `  const rows = await db.${entity.key}.list({ limit: 500 });
  const order = ${order};
  ${today}
  const turns = rows.map((row) => ({ ${identityOf(entity)}, person: row.${person.column}, dueOn: ${due.isRequired ? `row.${due.column}` : `row.${due.column} ?? today`} }));
  return describeTurns(turns, order, today, (person) => ${target ? `context.titles.get(person) ?? 'Unknown'` : 'person'});`,
      action: {
        names: ['done'],
        entity,
        imports: ['nextDate', 'nextPerson'],
        body: `  const order = ${order};
  const next = nextPerson(row.${person.column}, order);
  await db.${entity.key}.update(row.id, { ${person.column}: next ?? row.${person.column}, ${due.column}: nextDate(row.${due.column}${due.isRequired ? '' : ' ?? today'}, ${gap}, today) });`,
      },
    };
  },
};

export const surveySummary: FeatureModule = {
  kind: 'survey_summary',
  fileName: 'survey-summary',
  bind(entity) {
    const rating = firstOf(entity, 'rating');
    const choices = ofType(entity, 'enum');
    const choice =
      named(choices, /answer|response|choice|vote|opinion|satisfaction|mood|feeling/u) ??
      choices.find((field) => field.column !== 'status') ??
      choices[0];
    const answer = rating ?? choice;
    if (!answer) return null;
    const comment = ofType(entity, 'long_text').find(
      (field) => field.column !== entity.titleColumn,
    );
    const value = `row.${answer.column}`;
    const text = rating
      ? rating.isRequired
        ? `String(${value})`
        : `${value} === null ? null : String(${value})`
      : answer.isRequired
        ? labelExpression(entity, answer, '')
        : `${value} === null ? null : formatValue(fieldOf(${entity.variable}Entity, ${tsLiteral(answer.column)})!, ${value}, context)`;
    const options = rating
      ? Array.from({ length: rating.spec.max ?? 5 }, (_, index) => ({
          label: String(index + 1),
          score: index + 1,
        }))
      : (answer.spec.values ?? []).map(({ label }) => ({ label, score: null }));
    return {
      entities: [entity],
      imports: ['describeSurvey', 'summariseSurvey'],
      extraImports: rating ? [] : labelImports(answer),
      body: `  const rows = await db.${entity.key}.list({ limit: 5000 });
  const answers = rows.map((row) => ({ ${identityOf(entity)}, answer: ${text}, comment: ${comment ? `row.${comment.column}` : 'null'} }));
  return describeSurvey(summariseSurvey(answers, ${tsLiteral(options)}), answers);`,
    };
  },
};
