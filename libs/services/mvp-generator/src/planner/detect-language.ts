import { franc } from 'franc-min';

const scripts: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Greek}/u, 'el'],
  [/[іїєґ]/u, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
];

// Small words that a sentence of the language can hardly do without. Short sentences give a statistical
// detector too little; these words are exact. Words that two of the languages share are left out.
const functionWords: Record<string, string> = {
  en: 'the and for with that of to in my their your who an app is where from by tool platform track manage a in on at per max tours tour seat seats each day booking log list app orders can show what which us has have want our order find we',
  de: 'und für mit der die das ein eine einen eines zum zur von ich wir unsere meine oder auf den dem damit',
  fr: 'les des pour une avec dans sur qui et mes nos leurs du aux est le suivi carnet gestion recettes réservation cours',
  es: 'registro alquiler los las para con una del que por mis su y sus gestión el gestor agenda reservas citas pedidos alumnos clientes turnos facturas pequeños pequeñas',
  it: 'gli della per che con dei nel sono il delle alla da i gestione prenotazione prenotazioni campi spese ricevute fatture clienti',
  pt: 'dos das uma com não são meus os um para ao registo mel colheitas controle estoque aulas professores gestão agendamento pedidos padarias clientes alunos',
  nl: 'het een voor met van en mijn onze zijn om aan buurt uitlenen lenen huren verhuren',
  pl: 'dla aby oraz do ze na jest się i',
  sv: 'och för med som att ett det en på av',
  tr: 've için bir ile bu da',
};

const iso: Record<string, string> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  swe: 'sv',
  tur: 'tr',
  ind: 'id',
  vie: 'vi',
  ces: 'cs',
  ron: 'ro',
  hun: 'hu',
};

// Letters that only one of the languages above uses, worth as much as one of its words.
const letters: Record<string, RegExp> = {
  de: /[ßä]/u,
  fr: /[êçœèù]/u,
  es: /[ñ¿¡]/u,
  pt: /[ãõ]/u,
  pl: /[łśźż]/u,
  tr: /[ığş]/u,
  sv: /å/u,
};

// Ends of compounds that only German or only Dutch has: a sentence may be a single word.
const compounds: readonly [language: string, end: RegExp][] = [
  [
    'de',
    /^\p{L}{3,}(?:verleih|vermietung|verwaltung|reparatur|buchung|rechnungen|planung|termine|prüfung|wartung|sammlung|börse|verein|bestellung|bestellungen|ausleihe|tagebuch|unterricht|dienstplan|abrechnung|erfassung)$/u,
  ],
  [
    'nl',
    /^\p{L}{3,}(?:verhuur|reparatie|boeking|boekingen|beheer|planning|afspraken|onderhoud|verzameling|vereniging|bestelling|bestellingen|dagboek|rooster|administratie|registratie)$/u,
  ],
];

/** The language of a prompt as a BCP 47 tag, `und` where it cannot be told. */
export function detectLanguage(text: string): string {
  const script = scripts.find(([pattern]) => pattern.test(text));
  if (script) return script[1];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const compound = compounds.find(([, end]) => words.some((word) => end.test(word)))?.[0];
  const scores = Object.entries(functionWords).map(([language, list]) => {
    const known = new Set(list.split(' '));
    const marked =
      (letters[language]?.test(text.toLowerCase()) ? 1 : 0) + (compound === language ? 1 : 0);
    return { language, score: words.filter((word) => known.has(word)).length + marked };
  });
  const [best, second] = scores.sort((a, b) => b.score - a.score);
  if (best && best.score > 0 && best.score > (second?.score ?? 0)) return best.language;
  // Below eight words the statistics are a guess, and plain letters are most often English.
  const guess = words.length >= 8 ? iso[franc(text, { minLength: 12 })] : undefined;
  return guess ?? (words.length > 0 && /^[\x20-\x7e]*$/u.test(text) ? 'en' : 'und');
}
