import type { Audience } from './read-audience.js';
import type { NounPhrase } from './read-prompt.js';

// The words that product sentences of each language have beside their things: articles, prepositions, verbs of
// intent, words for "app" and "tool", and the adjectives that a founder puts before anything.
const stopWords: Record<string, string> = {
  de: 'ki app anwendung plattform software tool werkzeug webseite website system zeit leute menschen verwaltung übersicht abholung',
  fr: 'une des les pour avec dans sur qui que mes nos leurs votre notre application appli outil site plateforme gérer suivre aider permet logiciel gestion suivi entre sans chez leur elle nous vous petit petits petite petites grand grands nouveau nouvelle simple familial familiale familiales familiaux gestionnaire tenue en ligne créer faire tout tous toutes chaque carnet agenda cahier registre liste',
  es: 'ia una los las para con que por mis nuestros nuestra aplicación app herramienta sitio plataforma gestionar seguir ayudar permite gestión gestor control desde entre sobre sin como pequeño pequeños pequeña pequeñas grande grandes nuevo nueva nuevos familiar familiares línea crear hacer todo todos cada llevar agenda lista registro software sistema programa',
  it: 'padel una gli per con che dei delle della nel sono app applicazione strumento sito piattaforma gestire seguire aiutare gestione piccolo piccoli piccola piccole grande grandi nuovo nuova familiare familiari senza tra creare fare tutto tutti ogni agenda lista registro software sistema',
  pt: 'registo gerir uma dos das para com que meus nossos nossa aplicativo app ferramenta site plataforma gerir acompanhar ajudar controle gestão gerenciar gerenciador pequeno pequenos pequena pequenas grande grandes novo nova familiar familiares sem entre criar fazer todo todos cada agenda lista registro software sistema',
  nl: 'een het voor met van app applicatie platform website hulpmiddel die dat mijn onze beheren beheer naar over onder tussen zonder kleine grote nieuwe eenvoudige planner lijst maken alle elke software systeem uitlenen lenen huren verhuren buurt',
  pl: 'rejestr lista firm firma dla aby oraz przez aplikacja system narzędzie zarządzanie małych dużych nowych',
  sv: 'och för med som att ett det app verktyg system hantera små stora nya',
  tr: 've için bir ile uygulama sistem araç yönetimi küçük büyük yeni',
  ja: '向け 向き AI アプリ ための する ため こと もの サービス サイト システム ツール 管理 できる して いる です ます',
  zh: '应用 一个 用于 平台 工具 系统 管理 网站 我们 我的 可以 面向 小型 大型 软件 程序',
  ko: '앱 위한 서비스 시스템 도구 관리 사이트 있는',
  ar: 'تطبيق من في على مع إلى هذا التي الذي منصة أداة موقع لإدارة',
  ru: 'приложение для чтобы платформа сайт инструмент который система это управления терминал сервис программа учет',
};

// What stands before those whom the product is for, up to the end of the part.
const forWords: Record<string, RegExp> = {
  de: /\bfür\s+([^.,;:!?]{3,60})/iu,
  fr: /\bpour\s+(?:les\s+|des\s+|la\s+|le\s+)?([^.,;:!?]{3,60})/iu,
  es: /\bpara\s+(?:los\s+|las\s+|una?\s+)?([^.,;:!?]{3,60})/iu,
  it: /\bper\s+(?:i\s+|gli\s+|le\s+|una?\s+)?([^.,;:!?]{3,60})/iu,
  pt: /\bpara\s+(?:os\s+|as\s+|uma?\s+)?([^.,;:!?]{3,60})/iu,
  nl: /\bvoor\s+(?:een\s+|de\s+|het\s+)?([^.,;:!?]{3,60})/iu,
  pl: /(?:^|\s)dla\s+([^.,;:!?]{3,60})/iu,
  sv: /(?:^|\s)för\s+([^.,;:!?]{3,60})/iu,
  ja: /^(.{2,20}?)(?:向け|のための)/u,
  zh: /面向(.{2,12}?)的/u,
};

// A verb, a "to" or a second clause shows that the words before it were not the whole of an audience.
const clauses =
  /\s(?:um|die|der|das|que|qui|die|dat|che|y|et|und|e|en|con|avec|mit|met|com|in|à|zu|gérer|planen)\s.*$/iu;

const wide = new Set(['ja', 'zh', 'ko', 'th']);

/** For whom the product of a sentence in another language is; the words stay as they are written. */
export function readForeignAudience(text: string, language: string): Audience {
  const words = forWords[language]?.exec(text)?.[1]?.replace(clauses, '').trim() ?? '';
  // An infinitive after the preposition tells what for, not for whom ("para gestionar", "pour gérer").
  const isVerb =
    /^\p{L}+(?:ar|er|ir|re|are|ere|ire)(?:\s|$)/iu.test(words) && !/^\p{Lu}/u.test(words);
  const isAudience = words !== '' && !isVerb;
  return {
    words: isAudience ? words : null,
    withArticle: isAudience ? words : null,
    setting: isAudience ? ` ${words.toLowerCase()} ` : ' ',
    subject: (isAudience ? text.replace(words, ' ') : text).toLowerCase(),
  };
}

function segment(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, {
    granularity: 'word',
  });
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/** Parts that are one word to a person: an adjective and its noun in Russian, a suffix of one sign in Japanese. */
function joinParts(parts: readonly string[], text: string, language: string): string[] {
  return parts.reduce<string[]>((joined, part) => {
    const before = joined.at(-1);
    const isAdjective = language === 'ru' && /(?:ых|их|ого|ой|ая|ые|ие)$/u.test(before ?? '');
    const isSuffix =
      language === 'ja' &&
      /^\p{Script=Han}$/u.test(part) &&
      /^\p{Script=Han}{2,}$/u.test(before ?? '');
    const glue = isAdjective ? ' ' : '';
    if (before === undefined || !(isAdjective || isSuffix) || !text.includes(before + glue + part))
      return [...joined, part];
    return [...joined.slice(0, -1), before + glue + part];
  }, []);
}

// What a compound adds to say "product": "Vereinsverwaltung" and "afsprakenplanner" are about the first part.
const compoundEnd =
  /^(\p{L}{4,}?)s?(?:verwaltung|planer|planner|liste|lijst|buch|kalender|verleih|vermietung|verhuur|reparatur|reparatie|buchung|boeking|verzeichnis|tracker|manager|software|system|übersicht|beheer|register)$/iu;

/** In German a capital letter inside a sentence marks a noun, which no word list matches. */
function germanNouns(text: string, stop: ReadonlySet<string>): string[] {
  return segment(text, 'de').filter(
    (word, index) =>
      (index > 0 ||
        /(?:en|er|ung|heit|keit|schaft|buch|plan|liste|verleih|reparatur|börse|verein)$/u.test(
          word,
        )) &&
      /^\p{Lu}\p{Ll}{2,}/u.test(word) &&
      !stop.has(word.toLowerCase()),
  );
}

/** The plural and singular of a Romance noun by its ending; other words keep their form. */
export function foreignSingular(word: string, language: string): string {
  const rules: Record<string, [RegExp, string][]> = {
    es: [
      [/ciones$/u, 'ción'],
      [/siones$/u, 'sión'],
      [/([aeiou])s$/u, '$1'],
    ],
    pt: [
      [/ções$/u, 'ção'],
      [/([aeiou])s$/u, '$1'],
    ],
    it: [[/ioni$/u, 'ione']],
    fr: [
      [/eaux$/u, 'eau'],
      [/([^s])s$/u, '$1'],
    ],
  };
  const consonant =
    language === 'es' || language === 'pt' ? word.replace(/([rldznj])es$/u, '$1') : word;
  if (consonant !== word) return consonant;
  const rule = rules[language]?.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(...rule) : word;
}

// Endings whose plural has no exceptions; what else is guessed reads worse than the singular.
const plurals: Record<string, [RegExp, string][]> = {
  de: [[/(ung|heit|keit|schaft)$/u, '$1en']],
  es: [
    [/ión$/u, 'iones'],
    [/([lr]|dad|tad)$/u, '$1es'],
    [/([aeo])$/u, '$1s'],
  ],
  fr: [[/(tion|sion|ment|eur|euse)$/u, '$1s']],
  it: [[/ione$/u, 'ioni']],
  nl: [[/ing$/u, 'ingen']],
  pt: [
    [/ção$/u, 'ções'],
    [/([aeo])$/u, '$1s'],
  ],
};

/** The plural of a singular noun where its ending tells it; other words keep their form. */
function foreignPlural(word: string, language: string): string {
  const rule = plurals[language]?.find(([pattern]) => pattern.test(word));
  return rule ? word.replace(...rule) : word;
}

/** The plural of a noun of another language: as the sentence has it, else by its ending. */
export const pluralSaid = ({ text, singular }: NounPhrase, language: string): string =>
  text.toLowerCase() === singular.toLowerCase() ? foreignPlural(text, language) : text;

/**
 * The things of a sentence that is not English: nouns by their capital in German, content words elsewhere.
 * Those for whom it is are left out. What has no known grammar keeps the form in which it is written.
 */
export function readOtherLanguage(text: string, language: string): NounPhrase[] {
  const stop = new Set((stopWords[language] ?? '').split(' ').filter(Boolean));
  const setting = readForeignAudience(text, language).setting;
  const shortest = wide.has(language) ? 2 : 4;
  const inSetting = (word: string): boolean =>
    wide.has(language) ? setting.includes(word) : setting.includes(` ${word.toLowerCase()} `);
  const words =
    language === 'de'
      ? germanNouns(text, stop)
      : joinParts(segment(text, language), text, language).filter(
          (word) =>
            Array.from(word).length >= shortest &&
            !stop.has(word.toLowerCase()) &&
            !/^\d+$/u.test(word),
        );
  const things = words.filter((word) => !inSetting(word));
  const distinct = [
    ...new Map(
      (things.length > 0 ? things : words).map((word) => [word.toLowerCase(), word]),
    ).values(),
  ];
  return distinct.map((word) => {
    const text =
      (language === 'de' || language === 'nl' ? compoundEnd.exec(word)?.[1] : null) ?? word;
    return { text, singular: foreignSingular(text, language) };
  });
}
