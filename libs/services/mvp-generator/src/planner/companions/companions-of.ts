import type { BlockEntity } from '../blocks/block.js';
import type { NounKind } from '../classify-noun.js';
import type { Thing } from '../read-thing.js';
import { type Build, type Companions, type Parts, lower } from './companion-parts.js';
import { ofDocument, withApproval } from './document-companions.js';
import { ofEvent } from './event-companions.js';
import { ofMeasure, ofMoney } from './figure-companions.js';
import { asCollection, asList, asQueue } from './list-and-queue-companions.js';
import { ofAnimal, ofPlant } from './nature-companions.js';
import { asStampCard, ofObject } from './object-companions.js';
import { asTree, ofGroup, ofPerson } from './people-companions.js';
import { ofMap, ofPlace } from './place-companions.js';
import { isStampCard, linesOf } from './promise-lines.js';
import { ofOrder, ofRecord } from './record-companions.js';
import { ofFood, ofMaterial } from './supply-companions.js';

const byKind: Record<NounKind, Build> = {
  person: ofPerson,
  event: ofEvent,
  place: ofPlace,
  money: ofMoney,
  document: ofDocument,
  measure: ofMeasure,
  animal: ofAnimal,
  group: ofGroup,
  plant: ofPlant,
  food: ofFood,
  material: ofMaterial,
  object: ofObject,
  order: ofOrder,
  record: ofRecord,
};

/** What belongs around the main thing of a sentence that no domain knows: by how it is kept, then by its kind. */
export function companionsOf(main: BlockEntity, kind: NounKind, thing: Thing): Companions {
  const [promise, problem] = linesOf(kind, thing).map((line) =>
    line.replace('{s}', lower(main.labelPlural)).replace('{}', lower(main.label)),
  );
  return { ...partsOf(main, kind, thing), promise: promise ?? '', problem: problem ?? '' };
}

function partsOf(main: BlockEntity, kind: NounKind, thing: Thing): Parts {
  if (thing.keeping === 'tree') return asTree(main, thing);
  if (isStampCard(thing.singular)) return asStampCard(main, thing);
  if (thing.wants === 'approval') return withApproval(main);
  if (thing.wants === 'care') return byKind[kind === 'animal' ? 'animal' : 'plant'](main, thing);
  if (thing.wants === 'payoff') return ofMoney(main, thing);
  if (thing.keeping === 'collection' && kind === 'object') return asCollection(main, thing);
  if (thing.keeping === 'list') return asList(main, thing);
  if (thing.keeping === 'queue') return asQueue(main, thing);
  if (thing.keeping === 'map') return ofMap(main, thing);
  return byKind[kind](main, thing);
}
