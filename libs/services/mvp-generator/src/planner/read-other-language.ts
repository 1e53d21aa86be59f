import type { NounPhrase } from './read-prompt.js';

// The words that product sentences of each language have beside their things.
const stopWords: Record<string, string> = {
  de: 'app anwendung plattform software tool werkzeug webseite website system zeit leute menschen',
  fr: 'une des les pour avec dans sur qui que mes nos leurs application outil site plateforme gérer suivre aider permet logiciel gestion',
  es: 'ia una los las para con que por mis nuestros aplicación app herramienta sitio plataforma gestionar seguir ayudar permite gestión',
  it: 'una gli per con che dei delle app applicazione strumento sito piattaforma gestire seguire aiutare',
  pt: 'uma dos das para com que meus nossos aplicativo app ferramenta site plataforma gerir acompanhar ajudar',
  nl: 'een het voor met van app applicatie platform website hulpmiddel die dat mijn onze beheren',
  ja: '向け 向き AI アプリ ための する ため こと もの サービス サイト システム ツール 管理 できる して いる です ます',
  zh: '应用 一个 用于 平台 工具 系统 管理 网站 我们 我的 可以',
  ko: '앱 위한 서비스 시스템 도구 관리 사이트 있는',
  ar: 'تطبيق من في على مع إلى هذا التي الذي منصة أداة موقع لإدارة',
  ru: 'приложение для чтобы платформа сайт инструмент который система это управления',
};

const wide = new Set(['ja', 'zh', 'ko', 'th']);

function segment(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, {
    granularity: 'word',
  });
  return [...segmenter.segment(text)].filter((part) => part.isWordLike).map((part) => part.segment);
}

/** In German a capital letter inside a sentence marks a noun, which no word list matches. */
function germanNouns(text: string, stop: ReadonlySet<string>): string[] {
  return segment(text, 'de').filter(
    (word, index) => index > 0 && /^\p{Lu}\p{Ll}{2,}/u.test(word) && !stop.has(word.toLowerCase()),
  );
}

/**
 * The things of a sentence that is not English: nouns by their capital in German, content words elsewhere.
 * Their form is kept as it is written, because inflecting them without their grammar would break them.
 */
export function readOtherLanguage(text: string, language: string): NounPhrase[] {
  const stop = new Set((stopWords[language] ?? '').split(' ').filter(Boolean));
  const shortest = wide.has(language) ? 2 : 4;
  const words =
    language === 'de'
      ? germanNouns(text, stop)
      : segment(text, language).filter(
          (word) =>
            Array.from(word).length >= shortest &&
            !stop.has(word.toLowerCase()) &&
            !/^\d+$/u.test(word),
        );
  const distinct = [...new Map(words.map((word) => [word.toLowerCase(), word])).values()];
  return distinct.map((word) => ({ text: word, singular: word }));
}
