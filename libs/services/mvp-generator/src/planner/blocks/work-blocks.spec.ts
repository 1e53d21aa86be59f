import { describe, expect, it } from '@jest/globals';
import { productSpecSchema } from '@hatchr/contracts';
import { contrast } from '../../writer/brand-colours.js';
import { chooseBlocks } from '../choose-blocks.js';
import { noDiscovery } from '../no-discovery.fixture.js';
import { planProduct } from '../plan-product.js';
import { readPrompt } from '../read-prompt.js';
import type { DomainBlock } from './block.js';
import { domainBlocks } from './index.js';
import { viewNeeds } from './view-needs.fixture.js';

const sentences: readonly (readonly [id: string, prompt: string])[] = [
  ['recruiting', 'Applicant tracking for small hotels'],
  ['recruiting', 'Keep candidates, interviews and offers of our agency in one pipeline'],
  ['recruiting', 'Reclutamiento de candidatos para una empresa pequeña'],
  ['quotes', 'Quotes and estimates for roofers'],
  ['quotes', 'Write a quotation with labour and materials and see whether the customer accepted'],
  ['quotes', 'Devis et prix pour les artisans'],
  ['legal_cases', 'Case files and court deadlines for a law firm'],
  ['legal_cases', 'Lawyers follow litigation: exhibits, hearings and filings'],
  ['incidents', 'A status page for our API'],
  ['incidents', 'Incident response with severity, updates and postmortems'],
  ['compliance', 'A risk register with owners and reviews for medical device makers'],
  ['compliance', 'Prepare for audits and follow up on findings'],
  ['equipment_maintenance', 'Preventive maintenance for a small factory'],
  ['equipment_maintenance', 'Wartung und Inspektionen der Maschinen in unserer Werkstatt'],
  ['construction_diary', 'A site diary with weather, crews and deliveries'],
  ['construction_diary', 'Builders keep a snag list for every construction site'],
  ['turnover_cleaning', 'A cleaning rota for three flatmates'],
  ['turnover_cleaning', 'Plan turnovers of holiday lets with linen and keys'],
  ['restaurant_tables', 'Table reservations for a small bistro'],
  ['restaurant_tables', 'Guests book a table online and the restaurant sees the party size'],
  ['catering', 'Catering orders with menus, allergies and delivery times'],
  ['catering', 'Cake orders for a home bakery, with pickup times'],
  ['fundraising', 'Fundraising for a village school with donors and pledges'],
  ['fundraising', 'Track grant applications and reports to funders'],
  ['volunteers', 'Coordinate volunteers at a food bank'],
  ['volunteers', 'Voluntarios y turnos para una asociación de barrio'],
  ['lab', 'Sample tracking for a water testing laboratory'],
  ['lab', 'Researchers write down experiments, reagents and measurements'],
  ['farm', 'Crop and harvest records for a market garden'],
  ['farm', 'Registro de cosechas y parcelas para agricultores'],
  ['brewery', 'Fermentation logs for a craft beer brewery'],
  ['brewery', 'Homebrew batches with yeast, gravity and tasting notes'],
  ['beekeeping', 'An apiary notebook: colonies, queens and varroa counts'],
  ['beekeeping', 'Eine App für Imker, um Völker und Honigernte zu planen'],
  ['livestock', 'Herd records with ear tags and vaccinations'],
  ['livestock', 'Track milk yield and calving on a dairy farm'],
  ['photo_studio', 'Wedding photographers plan shoots, shot lists and albums'],
  ['photo_studio', 'Fotostudio mit Terminen und Bildern für die Kunden'],
  ['beauty_studio', 'A tattoo studio with consultations, deposits and aftercare'],
  ['beauty_studio', 'Tattoo artists keep designs, sessions and walk-ins in one place'],
  ['repair_shop', 'Phone repair and computer repair from drop-off to pickup'],
  [
    'repair_shop',
    'A bike workshop: what was handed in, which spare part is missing, when it is ready',
  ],
  ['it_assets', 'Who has which laptop and which software licence'],
  ['it_assets', 'IT asset management for schools'],
  ['content_calendar', 'A content calendar for a museum'],
  ['content_calendar', 'Plan social media posts with approvals and captions'],
  ['media_production', 'Podcast episodes, guests and show notes'],
  ['media_production', 'Video production for a small studio: scripts, recordings and cuts'],
  ['changelog', 'A public changelog for our software'],
  ['changelog', 'Write release notes for every version we ship'],
  ['bug_tracking', 'A bug tracker for indie game studios'],
  ['bug_tracking', 'Testers file bug reports with steps and severity'],
  ['goals', 'OKR check-ins for remote teams'],
  ['goals', 'Objectives and key results of a small company, quarter by quarter'],
  ['meetings', 'Meeting notes and decisions for boards'],
  ['meetings', 'Sitzungsprotokoll mit Beschlüssen und Aufgaben für den Vorstand'],
  ['surveys', 'NPS and customer satisfaction for dentists'],
  ['surveys', 'Una encuesta para los clientes de mi hotel'],
  ['referrals', 'A referral programme for yoga studios'],
  ['referrals', 'Affiliates with codes, commissions and payouts'],
  ['procurement', 'Tenders and purchase orders of a town hall'],
  ['procurement', 'Purchase requests with supplier offers and approval'],
  ['contracts', 'A contract register for property managers'],
  ['contracts', 'Verträge und Fristen der Lieferanten im Blick'],
  ['fleet', 'Fleet mileage log for couriers'],
  ['fleet', 'A logbook for our vans with trips and fuel'],
];

const blockOf = (id: string): DomainBlock => {
  const found = domainBlocks.find((block) => block.id === id);
  if (!found) throw new Error(`There is no block ${id}.`);
  return found;
};
const ids = [...new Set(sentences.map(([id]) => id))];
const others = domainBlocks.filter((block) => !ids.includes(block.id));

describe('work blocks', () => {
  it.each(sentences)('chooses %s first for “%s” and plans its product', (id, prompt) => {
    const block = chooseBlocks(readPrompt(prompt))[0]?.block;
    expect(block?.id).toBe(id);
    const spec = planProduct(prompt, noDiscovery());
    expect(productSpecSchema.safeParse(spec).error).toBeUndefined();
    expect(spec.feature.kind).toBe(block?.feature.kind);
    expect(spec.brand).toEqual(block?.brand);
  });

  it.each(ids)('has at least two natural sentences for %s', (id) => {
    expect(sentences.filter(([other]) => other === id).length).toBeGreaterThanOrEqual(2);
  });

  it.each(ids)('keeps the entities, relations and pages of %s inside the block', (id) => {
    const block = blockOf(id);
    const names = block.entities.map((entity) => entity.name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(block.entities.map((entity) => entity.plural)).size).toBe(names.length);
    const targets = block.entities.flatMap((entity) =>
      entity.fields.flatMap((field) => (field.type === 'relation' ? [field.target ?? ''] : [])),
    );
    const used = [
      ...targets,
      block.feature.entity,
      ...(block.publicPage ? [block.publicPage.entity] : []),
      ...(block.assistant ? [block.assistant.entity] : []),
    ];
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(ids)('gives each entity of %s a view that its fields can fill', (id) => {
    for (const { name, view, titleField, fields } of blockOf(id).entities) {
      const types = fields.map((field) => field.type);
      const missing = viewNeeds[view].filter((type) => !types.some((other) => other === type));
      expect({ name, missing }).toEqual({ name, missing: [] });
      expect(fields.map((field) => field.name)).toContain(titleField);
      expect(new Set(fields.map((field) => field.name)).size).toBe(fields.length);
    }
  });

  it('uses no colours of another block, and primaries that carry white text', () => {
    const pairOf = ({ brand }: DomainBlock): string => `${brand.primary} ${brand.accent}`;
    const own = ids.map(blockOf);
    const primaries = own.map(({ brand }) => brand.primary);
    expect(new Set(primaries).size).toBe(primaries.length);
    expect(new Set(own.map(pairOf)).size).toBe(own.length);
    const taken = new Set(others.map(({ brand }) => brand.primary));
    expect(primaries.filter((primary) => taken.has(primary))).toEqual([]);
    for (const primary of primaries)
      expect(contrast(primary, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});
