import { describe, expect, it } from '@jest/globals';
import { productSpecSchema } from '@hatchr/contracts';
import { chooseFeature } from '../../features/feature-library.js';
import { buildAppModel } from '../../model/app-model.js';
import { contrast } from '../../writer/brand-colours.js';
import { chooseBlocks } from '../choose-blocks.js';
import { noDiscovery } from '../no-discovery.fixture.js';
import { planProduct } from '../plan-product.js';
import { readPrompt } from '../read-prompt.js';
import { domainBlocks } from './index.js';
import { lifeBlocks } from './life-blocks.js';
import { viewNeeds } from './view-needs.fixture.js';

const sentences: readonly (readonly [id: string, prompt: string])[] = [
  ['wedding_planning', 'Wedding planning for couples with a small budget'],
  ['wedding_planning', 'Compare florists, track deposits and draw up the seating plan for our day'],
  ['wedding_planning', 'Hochzeitsplanung für Paare mit wenig Zeit'],
  ['travel_planning', 'Trip planner for families who travel by train'],
  ['travel_planning', 'Build an itinerary day by day and share the packing list'],
  ['household_chores', 'A chore chart for families with teenagers'],
  ['household_chores', 'Roommates take turns with housework and see who is next'],
  ['home_inventory', 'A smart home inventory for renters'],
  ['home_inventory', 'Keep warranties, serial numbers and receipts of my appliances'],
  ['personal_budget', 'A household budget with envelopes for every month'],
  ['personal_budget', 'Students track spending and see what is left for food'],
  ['personal_budget', 'Presupuesto familiar para hogares con niños'],
  ['groceries', 'A shared shopping list that knows which supermarket is cheaper'],
  ['groceries', 'Weekly menu and grocery list for busy parents'],
  ['medication', 'Medication reminders for elderly parents'],
  ['medication', 'Remember every pill: doses, times and refills'],
  ['care_log', 'A baby log for feeding, sleep and growth'],
  ['care_log', 'Siblings coordinate elder care for their mother with handover notes'],
  ['therapy_notes', 'A mood tracker for people with anxiety'],
  ['therapy_notes', 'Notes and homework between visits to a therapist'],
  ['training_log', 'A running log with pace and distance'],
  ['training_log', 'Training diary for marathon runners'],
  ['tutoring', 'Tutoring lessons and hours for maths teachers'],
  ['tutoring', 'Homework and progress for students of a small language school'],
  ['tutoring', 'Nachhilfe planen und abrechnen'],
  ['class_attendance', 'Class attendance for a dance school'],
  ['class_attendance', 'Teachers do the roll call and parents explain an absence'],
  ['book_club', 'Our book club votes on what to read next'],
  ['book_club', 'A reading list with notes on every novel'],
  ['book_club', 'Club de lectura para una biblioteca de barrio'],
  ['allotment', 'Allotment planning: which plant goes in which bed'],
  ['allotment', 'A calendar for my vegetable garden and its raised beds'],
  ['seed_swap', 'A seed swap for neighbours'],
  ['seed_swap', 'Gardeners offer heirloom varieties through a seed library'],
  ['game_nights', 'Plan board game nights with friends'],
  ['game_nights', 'D&D campaign notes for a dungeon master'],
  ['rehearsals', 'Rehearsal planning for a community choir'],
  ['rehearsals', 'Our band keeps its setlist and sheet music together'],
  ['assembly_votes', 'Votes and motions of a homeowners association'],
  ['assembly_votes', 'A ballot for the general meeting of a sailing club'],
  ['assembly_votes', 'Eigentümerversammlung mit Anträgen und Stimmen'],
  ['carpooling', 'Carpooling for colleagues in the same office park'],
  ['carpooling', 'Parents organise the school run and see who drives'],
  ['museum_collection', 'A catalogue for a small village museum'],
  ['museum_collection', 'Collectors note provenance and value of their stamp collection'],
  ['energy_meters', 'Meter readings for gas and water at home'],
  ['energy_meters', 'See how electricity use changes after installing a solar panel'],
  ['energy_meters', 'Zählerstände und Stromverbrauch im Haus im Blick'],
  ['rental', 'Bike rental with deposits and helmets'],
  ['rental', 'Rent out tents and see which are back'],
  ['wine_cellar', 'Wine cellar: what to drink soon'],
  ['wine_cellar', 'Our whisky collection with tastings'],
  ['organ_donors', 'Organ donor registry'],
  ['organ_donors', 'Keep the consent of every bone marrow donor up to date'],
  ['sitter_search', 'Find a babysitter who speaks French'],
  ['sitter_search', 'A nanny agency with evening requests'],
  ['course_certificates', 'First-aid course certificates'],
  ['course_certificates', 'Training certificates of forklift drivers'],
  ['lost_and_found', 'Lost and found for a music festival'],
  ['lost_and_found', 'A school desk matches lost property with its owner'],
];

describe('life blocks', () => {
  it.each(sentences)('chooses %s first for “%s” and builds its own feature', (id, prompt) => {
    const block = chooseBlocks(readPrompt(prompt))[0]?.block;
    expect(block?.id).toBe(id);
    const spec = planProduct(prompt, noDiscovery());
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    expect(spec.brand).toEqual(block?.brand);
    expect(chooseFeature(buildAppModel(spec)).feature.kind).toBe(block?.feature.kind);
  });

  it.each(lifeBlocks.map((block) => [block.id, block] as const))(
    'knows %s from two sentences and keeps its parts inside',
    (id, block) => {
      expect(sentences.filter(([other]) => other === id).length).toBeGreaterThanOrEqual(2);
      const names = block.entities.map(({ name }) => name);
      const plurals = block.entities.map(({ plural }) => plural);
      expect(new Set([...names, ...plurals]).size).toBe(names.length * 2);
      const used = [
        ...block.entities.flatMap(({ fields }) => fields.flatMap(({ target }) => target ?? [])),
        block.feature.entity,
        ...(block.publicPage ? [block.publicPage.entity] : []),
        ...(block.assistant ? [block.assistant.entity] : []),
      ];
      expect(used.filter((name) => !names.includes(name))).toEqual([]);
    },
  );

  it.each(lifeBlocks.map((block) => [block.id, block] as const))(
    'gives each entity of %s a view that its fields can fill, and believable titles',
    (_, block) => {
      for (const { name, view, titleField, fields, sampleTitles } of block.entities) {
        const types = fields.map(({ type }) => type);
        const missing = viewNeeds[view].filter((type) => !types.some((other) => other === type));
        const title = fields.find((field) => field.name === titleField);
        const isPerson = types.includes('phone') || types.includes('email');
        const isNamed = title?.type === 'relation' || isPerson || view === 'thread';
        const hasTitles = isNamed || (sampleTitles ?? []).length >= 6;
        expect({ name, missing, hasTitle: title !== undefined, hasTitles }).toEqual({
          name,
          missing: [],
          hasTitle: true,
          hasTitles: true,
        });
        expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
      }
    },
  );

  it('gives every domain colours of its own, and life blocks primaries that carry white text', () => {
    const pairs = domainBlocks.map(({ brand }) => `${brand.primary} ${brand.accent}`);
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
    const primaries = domainBlocks.map(({ brand }) => brand.primary);
    for (const { brand } of lifeBlocks) {
      expect(primaries.filter((primary) => primary === brand.primary)).toEqual([brand.primary]);
      expect(contrast(brand.primary, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    }
  });
});
