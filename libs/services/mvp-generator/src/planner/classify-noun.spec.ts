import { describe, expect, it } from '@jest/globals';
import { classifyNoun, type NounKind } from './classify-noun.js';

const cases: Record<Exclude<NounKind, 'record'>, string> = {
  person: 'donor,plumber,beekeeper,cyclist,midwife,tenant,actor,referee,nephew,astronomer',
  event: 'excavation,regatta,surgery,negotiation,burial,parade,baptism,chore,eruption,observation',
  place: 'barn,chapel,hangar,gallery,dormitory,canyon,orchard',
  money: 'subsidy,pension,mortgage,inheritance,stipend',
  document: 'lawsuit brief,verdict,memo,invoice,playlist,sonnet',
  measure: 'viscosity,kilogram,density',
  animal: 'zebra,otter,falcon,tortoise,salmon,ferret,aardvark',
  group: 'orchestra,battalion,tribunal,congregation',
  object: 'violin,telescope,parcel,kiln,ladder,kayak',
  order: 'order,commission,cake order',
  plant: 'mushroom,cactus,fern',
  food: 'marmalade,brie',
  material: 'granite,glaze,filament',
};

describe('classifyNoun', () => {
  it.each(
    Object.entries(cases).flatMap(([kind, words]) => words.split(',').map((word) => [word, kind])),
  )('takes “%s” for a %s', (word, kind) => {
    expect(classifyNoun(word)).toBe(kind);
  });
});
