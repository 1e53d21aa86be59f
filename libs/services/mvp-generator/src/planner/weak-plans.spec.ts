import { describe, expect, it } from '@jest/globals';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

const specOf = (prompt: string) => planProduct(prompt, noDiscovery());
const labelsOf = (prompt: string): string[] => specOf(prompt).entities.map(({ label }) => label);

describe('plans that a founder recognises', () => {
  it.each([
    ['Camera gear rental between film students', ['Customer', 'Camera gear', 'Rental']],
    ['app to keep track of who borrowed my board games', ['Board game', 'Loan']],
    ['Vintage synth repair orders, $60 per hour', ['Vintage synth repair order', 'Order line']],
    [
      'Elevator inspection reports for building managers',
      ['Elevator', 'Elevator inspection', 'Follow-up'],
    ],
    ['Nail polish collection', ['Nail polish', 'History entry']],
    ['Meteorite collection with weight and origin', ['Meteorite', 'History entry']],
    ['Museum guide shifts', ['Museum guide', 'Shift']],
    ['Shift planner for museum guides', ['Museum guide', 'Shift']],
    ['Petty cash for a small office', ['Petty cash', 'Voucher', 'Count']],
    ['Warranty claims for an appliance shop', ['Customer', 'Product', 'Warranty claim', 'Finding']],
    ['Sourdough log', ['Starter', 'Feeding', 'Bake']],
    ['Which of us fed the cat today', ['Owner', 'Cat', 'Care task']],
    ['Choir sheet music library', ['Musician', 'Piece', 'Rehearsal', 'Part']],
    ['Blood pressure diary I can show my doctor', ['Patient', 'Reading', 'Treatment']],
    [
      'Second-hand school uniform shop run by parents',
      ['Parent', 'Child', 'Listing', 'Uniform request'],
    ],
    [
      'Stream schedule and clip ideas for Twitch streamers',
      ['Channel', 'Clip post', 'Result', 'Stream'],
    ],
    [
      'Soil sample results from the field to the report',
      ['Soil sample', 'Soil sample result', 'Observation'],
    ],
    [
      'Firewood deliveries with cubic metres and tree species',
      ['Firewood', 'Firewood delivery', 'Follow-up'],
    ],
    ['Who has paid their subs at our rowing club', ['Member', 'Rowing membership', 'Gathering']],
  ])('keeps in “%s” what it is about', (prompt, labels) => {
    expect(labelsOf(prompt)).toEqual(labels);
  });

  it('takes an inventory of trees for trees, not for stock', () => {
    const labels = labelsOf('Tree inventory for a city parks department with photos and species');
    expect(labels).toContain('Tree');
    expect(labels).not.toContain('Stock item');
  });

  it('makes no list of rates, currencies or planners', () => {
    const labels = labelsOf(
      'Reservation scheduler for a small observatory, 12 guests per night, 15 euro each',
    );
    expect(labels).toEqual(['Guest', 'Service', 'Reservation']);
  });

  it('cuts an audience off before what it does', () => {
    const spec = specOf('An app where retired engineers mentor young inventors');
    expect(spec.audience).toBe('retired engineers');
    expect(spec.entities.map(({ label }) => label)).toContain('Inventor');
  });
});

describe('sentences in other languages', () => {
  it.each([
    ['Uczniowie i lekcje dla szkoły językowej', 'Lekcje', 'progress'],
    ["Gestion des adhérents et cotisations pour un club d'escrime", 'Adhérent', 'renewals'],
    ['Wahlhelfer-Einsatzplan für Gemeinden', 'Wahlhelfer', 'shift_coverage'],
  ])('finds by the glossary what “%s” is about', (prompt, label, feature) => {
    const spec = specOf(prompt);
    expect(spec.entities.map((entity) => entity.label)).toContain(label);
    expect(spec.feature.kind).toBe(feature);
  });

  it('rents out vans in Spanish, and flats as before', () => {
    expect(specOf('Alquiler de furgonetas para mudanzas').entities).toMatchObject([
      { label: 'Customer' },
      { label: 'Furgoneta', labelPlural: 'Furgonetas' },
      { label: 'Alquiler', labelPlural: 'Alquileres' },
    ]);
    expect(labelsOf('Alquiler de pisos para estudiantes')).toContain('Tenant');
  });

  it('has the courts of an Italian padel hall once', () => {
    expect(labelsOf('Prenotazione campi da padel')).toEqual([
      'Client',
      'Service',
      'Prenotazione',
      'Campi',
    ]);
  });

  it.each([
    ['Reparaturverwaltung mit Fotos für Fahrradwerkstätten', 'Fotos'],
    ['Gestor de reparaciones con fotos para talleres de bicicletas', 'Foto'],
    ['Gestion des factures avec photos pour artisans', 'Photo'],
  ])('keeps a file under the word of the sentence: %s', (prompt, label) => {
    const files = specOf(prompt).entities.flatMap(({ fields }) =>
      fields.filter(({ type }) => type === 'file'),
    );
    expect(files.map((field) => field.label)).toContain(label);
  });
});

describe('names of flows', () => {
  const flowsOf = (prompt: string): string =>
    specOf(prompt)
      .flows.map(({ name }) => name)
      .join();

  it('measures no measurements and plans no plans', () => {
    expect(flowsOf('Baby feeding and nappy log')).toContain('Follow measurements over time');
    expect(flowsOf('Recipes and a meal plan for families')).not.toContain('Plan meal plan');
  });

  it('records what happened and plans what is to come', () => {
    const flows = flowsOf('Sleep and symptom diary for people with migraine');
    expect(flows).toContain('Record migraine attacks');
    expect(flowsOf('Online booking page for hair salons')).toContain('Plan bookings');
  });

  it('ends a way at what people want, not at what went wrong', () => {
    expect(flowsOf('Wedding guests, tables and suppliers')).toContain('to “Going”');
    expect(flowsOf('Knitting projects, yarn and patterns')).not.toContain('Unravelled');
  });
});
