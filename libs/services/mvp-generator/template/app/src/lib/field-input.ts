import { z } from 'zod';
import { minorUnitDigits } from './format';

/** A form field as its typed value: null stands for "left empty" where that is allowed. */
type Value<T, Required extends boolean> = z.ZodType<Required extends true ? T : T | null>;

interface Options<Required extends boolean> {
  label: string;
  required: Required;
  min?: number;
  max?: number;
}

type Reading<T> = { value: T } | { problem: string };

/** `read` turns text into a value, or says in a sentence what is wrong with it. */
function field<T, Required extends boolean>(
  { label, required }: Options<Required>,
  read: (text: string) => Reading<T>,
): Value<T, Required> {
  // Optional, because a form leaves out what has no value; the reader itself decides whether that is allowed.
  return z
    .unknown()
    .optional()
    .transform((raw, context) => {
      const text = raw === null || raw === undefined ? '' : String(raw).trim();
      if (text === '') {
        if (!required) return null;
        context.addIssue({ code: 'custom', message: `${label} is required.` });
        return z.NEVER;
      }
      const result = read(text);
      if ('value' in result) return result.value;
      context.addIssue({ code: 'custom', message: result.problem });
      return z.NEVER;
    }) as unknown as Value<T, Required>;
}

function bounded(label: string, value: number, min?: number, max?: number): Reading<number> {
  if (min !== undefined && value < min) return { problem: `${label} must be at least ${min}.` };
  if (max !== undefined && value > max) return { problem: `${label} must be at most ${max}.` };
  return { value };
}

const text = <R extends boolean>(options: Options<R>): Value<string, R> =>
  field(options, (value): Reading<string> =>
    value.length > (options.max ?? 320)
      ? { problem: `${options.label} must have at most ${options.max ?? 320} characters.` }
      : { value },
  );

const pattern =
  (test: (value: string) => boolean, problem: string) =>
  <R extends boolean>(options: Options<R>): Value<string, R> =>
    field(options, (value): Reading<string> =>
      value.length <= 320 && test(value) ? { value } : { problem },
    );

const isEmail = (value: string) => z.email().safeParse(value).success;
const isDate = (value: string) => z.iso.date().safeParse(value).success;

function isWebAddress(value: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

function integer<R extends boolean>(options: Options<R>): Value<number, R> {
  return field(options, (value): Reading<number> =>
    /^-?\d{1,9}$/.test(value)
      ? bounded(options.label, Number(value), options.min, options.max)
      : { problem: `${options.label} must be a whole number.` },
  );
}

function decimal<R extends boolean>(options: Options<R>): Value<number, R> {
  return field(options, (value): Reading<number> =>
    /^-?\d{1,12}(?:[.,]\d{1,6})?$/.test(value)
      ? bounded(options.label, Number(value.replace(',', '.')), options.min, options.max)
      : { problem: `${options.label} must be a number.` },
  );
}

/** Typed in major units ("19.90"), kept in minor units (1990), so that sums are exact. */
function money<R extends boolean>(options: Options<R>): Value<number, R> {
  return field(options, (value): Reading<number> =>
    /^\d{1,10}(?:[.,]\d{1,3})?$/.test(value)
      ? { value: Math.round(Number(value.replace(',', '.')) * 10 ** minorUnitDigits) }
      : { problem: `${options.label} must be an amount such as 19.90.` },
  );
}

/** Minutes, typed as "90" or "1:30". */
function duration<R extends boolean>(options: Options<R>): Value<number, R> {
  return field(options, (value): Reading<number> => {
    const match = /^(?:(\d{1,3}):([0-5]\d)|(\d{1,5}))$/.exec(value);
    if (!match) return { problem: `${options.label} must be minutes (90) or hours (1:30).` };
    const minutes =
      match[3] === undefined ? Number(match[1]) * 60 + Number(match[2]) : Number(match[3]);
    return bounded(options.label, minutes, options.min ?? 0, options.max);
  });
}

function datetime<R extends boolean>(options: Options<R>): Value<string, R> {
  return field(options, (value): Reading<string> => {
    const time = Date.parse(value);
    return Number.isNaN(time)
      ? { problem: `${options.label} must be a date and time.` }
      : { value: new Date(time).toISOString() };
  });
}

/** An unticked box sends nothing, so absent means no. */
const boolean = () =>
  z
    .unknown()
    .optional()
    .transform((raw) => raw === true || raw === 'true' || raw === 'on');

function choice<const Values extends readonly [string, ...string[]], R extends boolean>(
  options: Options<R> & { values: Values },
): Value<Values[number], R> {
  return field(options, (value): Reading<Values[number]> =>
    options.values.includes(value)
      ? { value: value as Values[number] }
      : { problem: `Choose one of the offered values for ${options.label}.` },
  );
}

function relation<R extends boolean>(options: Options<R>): Value<string, R> {
  return field(options, (value): Reading<string> =>
    z.guid().safeParse(value).success ? { value } : { problem: `Choose ${options.label}.` },
  );
}

/** The id of a file; the form's own upload is kept by `save-with-files`. */
const file = relation;

/** One reader for each kind of field. Every value that a form sends passes one of these. */
export const input = {
  text,
  long_text: text,
  address: text,
  integer,
  decimal,
  money,
  boolean,
  duration,
  datetime,
  choice,
  relation,
  file,
  rating: integer,
  date: pattern(isDate, 'Enter a date.'),
  time: pattern((value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value), 'Use the form HH:MM.'),
  email: pattern(isEmail, 'Enter a valid e-mail address.'),
  phone: pattern((value) => /^[+0-9 ()./-]{3,40}$/.test(value), 'Enter a phone number.'),
  url: pattern(isWebAddress, 'Enter an address that starts with https://.'),
};
