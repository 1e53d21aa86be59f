import { addressesModel, cleanText } from './clean-text.js';
import { makeFact, type Fact } from './fact.js';
import { integrationWords, type PageModel } from './page-model.js';

const maximumIntegrations = 60;
const sentence =
  /(?<!\p{L})(?:integrates? with|integrations? (?:with|for|include|including)|works with|connects (?:with|to)|syncs with|integriert sich mit|verbindet sich mit|funktioniert mit|s['’]intègre (?:à|avec)|se integra con)\s+([^.;:!?()]{2,200})/giu;
const noNames =
  /^(?:and|or|the|your|all|any|more|our|see|learn|view|browse|explore|get|read|request|integrations?|integrationen|intégrations|integraciones|apps?|tools?|works with|connect.*|popular|featured|no|new|custom|api|coming soon)(?!\p{L})/iu;

/** A product's name as pages write it: capitals or digits, at most four words, no sentence. */
function isProductName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 32 &&
    text.split(' ').length <= 4 &&
    /^[\p{Lu}\d]/u.test(text) &&
    !/[.!?:,;]$/u.test(text) &&
    !noNames.test(text) &&
    !addressesModel(text)
  );
}

function readSentence(text: string): string[] {
  return [...text.matchAll(sentence)].flatMap(([, list = '']) => {
    const parts = list
      .split(/\s*,\s*(?:and\s+|und\s+|et\s+|y\s+)?|\s+(?:and|und|et|y|&|or)\s+/u)
      .map((part) => part.trim());
    // The list ends where something follows that is no name: "Slack, Zoom and many more".
    const end = parts.findIndex((part) => !isProductName(part));
    return end < 0 ? parts : parts.slice(0, end);
  });
}

/** Section of a page on integrations: from its heading to the next one of its rank. */
function findSections({ text: { blocks }, subject }: PageModel): { start: number; end: number }[] {
  return blocks.flatMap((block, start) => {
    const opens =
      block.kind === 'heading' &&
      block.text.length < 70 &&
      integrationWords.test(block.text) &&
      (block.level > 1 || subject === 'integrations');
    if (!opens) return [];
    const next = blocks.findIndex(
      (other, place) => place > start && other.kind === 'heading' && other.level <= block.level,
    );
    return [{ start, end: next < 0 ? blocks.length : next }];
  });
}

function findLogos(model: PageModel, start: number, end: number): Fact<string>[] {
  const heading = model.text.blocks[start]?.element;
  const section = heading?.parent;
  if (
    section === null ||
    section === undefined ||
    !('attribs' in section) ||
    section.name === 'body' ||
    section.name === 'main'
  )
    return [];
  const span = model.text.spans.get(section);
  if (span === undefined || span[1] > end) return [];
  return model
    .$(section)
    .find('img[alt]')
    .toArray()
    .flatMap((image) => {
      const alt = cleanText(model.$(image).attr('alt') ?? '', 80);
      const name = alt.replace(/\s*(?:logo|icon|integration)\s*$/iu, '');
      return isProductName(name) ? [makeFact(model.page, name, alt, 0.75)] : [];
    });
}

/** Products that this one says it works with: the names in its section on integrations, and sentences that list them. */
export function findIntegrations(model: PageModel): Fact<string>[] {
  const { blocks } = model.text;
  const listed = findSections(model).flatMap(({ start, end }) => [
    ...blocks
      .slice(start + 1, end)
      .flatMap((block) =>
        (block.kind === 'item' ||
          (block.kind === 'heading' && block.level > (blocks[start]?.level ?? 6))) &&
        isProductName(block.text)
          ? [makeFact(model.page, block.text, block.text, 0.8)]
          : [],
      ),
    ...findLogos(model, start, end),
  ]);
  const told = blocks
    .filter(({ text }) => !addressesModel(text))
    .flatMap(({ text }) =>
      readSentence(text).map((name) =>
        makeFact(
          model.page,
          name,
          text.slice(Math.max(0, text.indexOf(name) - 120), text.indexOf(name) + 120),
          0.8,
        ),
      ),
    );
  return mergeIntegrations([...listed, ...told]);
}

/** Each integration once, whatever the case. */
export function mergeIntegrations(facts: readonly Fact<string>[]): Fact<string>[] {
  const byName = new Map<string, Fact<string>>();
  for (const fact of facts)
    if (!byName.has(fact.value.toLowerCase())) byName.set(fact.value.toLowerCase(), fact);
  return [...byName.values()].slice(0, maximumIntegrations);
}
