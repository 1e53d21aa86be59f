import { describe, expect, it } from '@jest/globals';
import { fieldSentences } from './blocks/field-sentences.fixture.js';
import { groupedSentences } from './blocks/grouped-sentences.fixture.js';
import { findMisspellings, isOneEditApart } from './correct-spelling.js';
import { corpusPrompts } from './corpus-prompts.fixture.js';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

const meantIn = (text: string): string[] => findMisspellings(text).map(({ meant }) => meant);

describe('words that are one letter away from a domain word', () => {
  it.each([
    ['apointment booking for dentists', ['appointment']],
    ['invocing for plumbers', ['invoicing']],
    ['Inventroy for breweries', ['Inventory']],
    ['Bokings for barbers', ['Bookings']],
    ['maintenence log for boats', ['maintenance']],
    ['Meal planer', ['planner']],
    ['Trainning diary', ['Training']],
    ['Bookings for restaraunts', ['restaurants']],
  ])('understands “%s”', (text, meant) => {
    expect(meantIn(text)).toEqual(meant);
  });

  it.each([
    'Membership cards for an esports club',
    'A tracker for Splid and Booksy users',
    'Rechnungen für Handwerker',
    'Who wrote what in our padel league',
    'Write to bokings@example.com',
  ])('leaves “%s” alone', (text) => {
    expect(meantIn(text)).toEqual([]);
  });

  it('corrects nothing in sentences that are spelled well', () => {
    const sentences = [...fieldSentences, ...groupedSentences].map(([, prompt]) => prompt);
    // Two sentences of the corpus are misspelled on purpose.
    const spelled = corpusPrompts.filter((prompt) => !/apointment|invocing/u.test(prompt));
    expect([...sentences, ...spelled].filter((prompt) => meantIn(prompt).length > 0)).toEqual([]);
  });

  it('counts a letter added, left out, replaced or moved as one edit, and no more', () => {
    expect(isOneEditApart('recpies', 'recipes')).toBe(true);
    expect(isOneEditApart('booking', 'bookings')).toBe(true);
    expect(isOneEditApart('warrenty', 'warranty')).toBe(true);
    expect(isOneEditApart('restaraunt', 'restaurant')).toBe(true);
    expect(isOneEditApart('resturaunt', 'restaurant')).toBe(false);
    expect(isOneEditApart('calender', 'calendars')).toBe(false);
    expect(isOneEditApart('shift', 'shift')).toBe(false);
  });
});

describe('a plan of a misspelled sentence', () => {
  it('has the domain of the word that was meant, and the words of the person', () => {
    const spec = planProduct('invocing for plumbers', noDiscovery());
    expect(spec.entities.map(({ label }) => label)).toEqual([
      'Client',
      'Call-out',
      'Invoice',
      'Invoice line',
    ]);
    expect(spec.prompt).toBe('invocing for plumbers');
    expect(spec.tagline).toContain('Invocing for plumbers');
  });

  it('keeps an audience as it was written', () => {
    const spec = planProduct('Appointment booking for dentits', noDiscovery());
    expect(spec.audience).toBe('dentits');
    expect(spec.entities.map(({ label }) => label)).toContain('Treatment plan');
  });
});
