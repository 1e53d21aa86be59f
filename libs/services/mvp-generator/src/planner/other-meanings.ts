import { englishFor } from './foreign-glossary.js';
import { hypernymsOf, nounSenses } from './noun-senses.js';
import { singularOf } from './to-identifier.js';

// Compounds in which a word that names a domain means something else.
const otherMeanings = [
  'nature reserve',
  'game reserve',
  'print job',
  'printing job',
  'job queue',
  'job sheet',
  'job costing',
  'job card',
  'cron job',
  'batch job',
  'odd job',
  'i run',
  'we run',
  'blood donation',
  'organ donation',
  'coffee table',
  'pool table',
  'table tennis',
  'periodic table',
  'league table',
  'time series',
  'book keeping',
  'log book',
  'cash book',
  'guest book',
  'visitor book',
  'route book',
  'comic book',
  'note book',
  'recipe book',
  'phone book',
  'open source',
  'running cost',
  'running late',
  'food bank',
  'blood bank',
  'seed bank',
  'power bank',
  'data bank',
  'stock photo',
  'stock market',
  'stock footage',
  'race result',
  'test result',
  'chat room',
  'escape room',
  'model train',
  'model railway',
  'field trip',
  'field note',
  'field mouse',
  'plant care',
  'tree house',
  'green house',
  'trip report',
  'parking ticket',
  'lottery ticket',
  'concert ticket',
  'ticket sale',
  'film set',
  'court of arms',
  'tennis court',
  'squash court',
  'padel court',
  'basketball court',
  'food court',
  'sample pack',
  'sample library',
  'drum machine',
  'vending machine',
  'coffee machine',
  'slot machine',
  'fish tank',
  'water tank',
  'think tank',
  'service dog',
  'guide dog',
  'family tree',
  'family history',
];

/** Where the words of a compound that means something else stand, the domain words are blanked. */
export function withoutOtherMeanings(text: string): string {
  return otherMeanings.reduce((rest, compound) => rest.replaceAll(` ${compound} `, ' · '), text);
}

const vehicles = /^(?:van|car|truck|bike|boat|trailer|campervan|motorhome|minibus|scooter)$/u;

// "Alquiler de furgonetas", "noleggio bici", "location de bateaux": what is rented stands behind.
const foreignRental =
  /(?<!\p{L})(?:(?:alquiler|aluguel|aluguer|noleggio)\s+(?:d[eio]\s+)?|location\s+d(?:es?\s+|['’]))(\p{L}+)/giu;

/**
 * Whether a sentence rents out things that can be carried or driven ("ski rental"), not homes or rooms: WordNet has
 * them as artefacts, and not as buildings or rooms.
 */
export function rentsThings(text: string): boolean {
  const before = [...text.matchAll(/(\p{L}+)\s+(?:rentals?|hire)\b/giu)].map(([, word = '']) => [
    word,
  ]);
  const after = [...text.matchAll(/\brent(?:ing|s)?\s+(?:out\s+)?((?:\p{L}+\s?){1,3})/giu)].map(
    ([, words = '']) => words.trim().split(/\s+/u),
  );
  const foreign = [...text.matchAll(foreignRental)].map(([, word = '']) => [
    englishFor(word) ?? '',
  ]);
  return [...before, ...after, ...foreign].flat().some((word) => {
    const singular = singularOf(word.toLowerCase());
    // The first van of WordNet is an avant-garde.
    if (vehicles.test(singular)) return true;
    const [first, second] = nounSenses(singular);
    const artefact = [first, second].find((sense) => sense?.file === 6);
    return (
      artefact !== undefined &&
      !hypernymsOf(artefact).some((above) =>
        /^(?:building|housing|dwelling|living_quarters|room|area|way|enclosure|compartment)$/u.test(
          above,
        ),
      )
    );
  });
}

// Words that two domains share, each with what else in a sentence tells that the named one is not meant.
const homonyms: readonly [block: string, term: RegExp, otherwise: RegExp][] = [
  [
    'help_desk',
    /^ticket/u,
    /\b(?:escape rooms?|concerts?|shows?|festivals?|museums?|theat(?:re|er)s?|cinemas?|match(?:es)?|tours?|gigs?|films?|screenings?|raffles?|trains?|ferr(?:y|ies)|events?)\b/iu,
  ],
  [
    'inventory',
    /^inventory$/u,
    /\b(?:trees?|plants?|birds?|animals?|wildlife|habitats?|bridges?|artworks?|buildings?) inventory/iu,
  ],
  [
    'incidents',
    /^incident/u,
    /\b(?:bus|driver|transit|school|hospital|ward|care|nursing|workplace|construction|playground|pool|police|safety)\b/iu,
  ],
  [
    'museum_collection',
    /^mus(?:eum|eo|ée|eu)$/u,
    /\b(?:shifts?|rotas?|rosters?|volunteers?|tickets?|ticketing|tours?|guides?)\b/iu,
  ],
  ['crm', /^contact$/u, /\b(?:radio|emergency|evacuation|contact lens)\b/iu],
  [
    'fundraising',
    /^(?:donor|donation)$/u,
    /\b(?:organ|blood|stem cell|marrow|kidney|tissue|egg|sperm|milk)s?\b/iu,
  ],
  ['fitness', /^(?:run|running|exercise)$/u, /\b(?:I|we) run\b|\bpatients?\b/iu],
  [
    'job_board',
    /^job$/u,
    /\b(?:print(?:ing|er)?|cron|batch|site|odd|queue|emergency|locksmith|plumbing|cleaning|repair)\b/iu,
  ],
];

/** Whether a term of a domain means something else in this sentence. */
export const meansOtherwise = (block: string, term: string, text: string): boolean =>
  (block === 'property' && /^(?:rental|alquiler)$/u.test(term) && rentsThings(text)) ||
  (block === 'rental' &&
    /^(?:rent.*|alquiler|aluguel)$/u.test(term) &&
    term !== 'rental shop' &&
    !rentsThings(text)) ||
  homonyms.some(
    ([id, pattern, otherwise]) => id === block && pattern.test(term) && otherwise.test(text),
  );
