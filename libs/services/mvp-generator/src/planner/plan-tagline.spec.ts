import { describe, expect, it } from '@jest/globals';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

const specOf = (prompt: string) => planProduct(prompt, noDiscovery());

describe('the tagline', () => {
  it.each([
    [
      'AI meeting summaries for lawyers',
      'AI meeting summaries for lawyers: what was said, in five lines, before the next call',
    ],
    [
      'invoice reminders for plumbers',
      'Invoice reminders for plumbers: invoices that get paid on time',
    ],
    [
      'Guided kayak tours, max 8 seats, $45 per seat, in Bergen',
      'Guided kayak tours: every one planned and followed up',
    ],
    [
      'Choir concert tickets, 5 euro, in Ghent',
      'Choir concert tickets: everyone knows when, where and who',
    ],
    [
      'Blood pressure diary, shared with my doctor',
      'Blood pressure diary: the whole course in one place',
    ],
    ['Aquarium log: tanks, fish, water tests', 'Aquarium log: clear water and no surprises'],
  ])('says what the sentence says first, then what one gains: %s', (prompt, tagline) => {
    expect(specOf(prompt).tagline).toBe(tagline);
  });

  it('leaves out the name of another product', () => {
    expect(specOf('Uber for dog walking').tagline).toMatch(/^Dog walking: /u);
    expect(specOf('Trello but for wedding planners').tagline).toBe(
      'Projects for wedding planners: everyone sees what is next',
    );
  });

  it('names the field where the sentence speaks of its writer or is long', () => {
    expect(specOf('A tool for our village hall: bookings of the rooms').tagline).toMatch(
      /^Scheduling for a village hall: /u,
    );
  });

  it.each(['Rechnungen für Handwerker', 'Suivi des patients pour vétérinaires'])(
    'puts no English beside the words of another language: %s',
    (prompt) => {
      const spec = specOf(prompt);
      expect(spec.tagline).toBe(prompt);
      expect(spec.summary).not.toContain(spec.audience);
    },
  );
});

describe('the audience', () => {
  it.each([
    ['Drone flight logbook for commercial pilots', 'commercial pilots'],
    ['Camera gear rental between film students', 'film students'],
    ['An app where retired engineers mentor young inventors', 'retired engineers'],
    ['tinder for houseplants cuttings', 'people with houseplants'],
    ['Mystery shopper visits for retail chains', 'retail chains'],
    ['Meteorite collection with weight and origin', 'people with meteorites to keep in order'],
  ])('of “%s” is “%s”', (prompt, audience) => {
    expect(specOf(prompt).audience).toBe(audience);
  });
});
