import { addressesModel } from './clean-text.js';
import { makeFact, type Fact } from './fact.js';
import type { PageModel } from './page-model.js';
import { readString } from './structured-data.js';

/** Nouns for people and their organisations. Without one of them, "for" is not followed by an audience. */
const people =
  /(?<!\p{L})(?:teams?|businesses|companies|agencies|startups|founders|freelancers?|students?|teachers?|schools?|parents|families|creators?|developers?|engineers?|designers?|marketers?|sellers?|merchants?|retailers?|restaurants?|cafés|hotels?|clinics?|practices|doctors?|dentists?|therapists?|nurses?|coaches|trainers?|consultants?|lawyers?|accountants?|landlords?|tenants?|nonprofits?|charities|churches|clubs?|salons?|barbers?|photographers?|musicians?|writers?|authors?|researchers?|universities|enterprises|makers|shops?|stores?|gyms?|studios?|contractors?|builders?|electricians?|plumbers?|cleaners?|farmers?|runners?|cyclists?|gardeners?|beekeepers|brewers?|bakers?|bakeries|chefs?|tutors?|professionals|managers|administrators|owners|operators|volunteers|podcasters|streamers|gamers|travellers|drivers|couriers|vets|recruiters?|couples|stores|beginners|hosts|installers|organisers|organizers|associations|groomers|walkers|selbstständige|selbständige|freiberufler|handwerker|handwerksbetriebe|betriebe|unternehmen|vereine|praxen|agenturen|lehrer|schulen|ärzte|kanzleien|teams|praxen|cafés|vereine|thérapeutes|médecins|avocats|coachs|indépendants|entreprises|associations|artisans|équipes|écoles|restaurants|autónomos|terapeutas|médicos|abogados|empresas|equipos|escuelas|clínicas|tiendas)(?!\p{L})/iu;
const leads =
  /(?<!\p{L})(?:(?:built|made|designed|created|crafted|perfect|ideal|software|app|tool|platform)\s+for|for|für|pour(?: les)?|para)\s+/iu;
const border =
  /[.,;:!?()|–—]|\s-\s|\s(?:who|that|which|to|with|without|in|on|by|from|at|so|when|and get|where|die|der|das|mit|ohne|um|qui|que|avec|sans|con|sin|sur|en)\s/iu;
const noAudience =
  /^(?:free|your|our|the way|every|all (?:your|the)|any|everyone|more|less|you|it|a|an)(?!\p{L})/iu;
const maximumWords = 6;

/** The audience that a sentence names after "for", in its own words; null where it names none. */
export function readAudiencePhrase(sentence: string): string | null {
  for (const part of sentence.split(leads).slice(1)) {
    const phrase = (part.split(border)[0] ?? '').trim().replace(/^(?:the|les|los|las)\s+/iu, '');
    const words = phrase.split(/\s+/u);
    if (words.length > maximumWords || phrase.length > 60 || noAudience.test(phrase)) continue;
    if (people.test(phrase)) return phrase;
  }
  return null;
}

/** For whom the product is: stated in schema.org, or named in the title, the first heading or what follows it. */
export function findAudience(model: PageModel): Fact<string> | null {
  for (const { node, source } of model.data.nodes) {
    const audience = node['audience'];
    if (typeof audience !== 'object' || audience === null) continue;
    const type = readString((audience as Record<string, unknown>)['audienceType'], 80);
    if (type !== null && !addressesModel(type) && source.includes(type))
      return makeFact(model.page, type, type, 0.9);
  }
  const { blocks } = model.text;
  const first = blocks.findIndex(({ kind, level }) => kind === 'heading' && level === 1);
  const next = blocks.findIndex(({ kind }, place) => place > first && kind === 'heading');
  const end = next < 0 ? first + 3 : Math.min(next, first + 3);
  const near =
    first < 0
      ? []
      : blocks.slice(first, end).filter(({ kind }) => kind === 'heading' || kind === 'text');
  const title = model.$('title').first().text().replace(/\s+/gu, ' ').trim();
  const sentences = [
    ...near.map(({ text }) => text),
    title,
    model.data.meta.get('description') ?? '',
  ];
  for (const sentence of sentences) {
    if (addressesModel(sentence)) continue;
    const phrase = readAudiencePhrase(sentence);
    if (phrase !== null) return makeFact(model.page, phrase, sentence, 0.75);
  }
  return null;
}
