import { describe, expect, it } from '@jest/globals';
import {
  afterColon,
  asAbstentions,
  asAction,
  audienceInSentence,
  labelInSentence,
  quoted,
} from './phrase-words.js';

const english = (prompt: string) => ({ language: 'en', prompt });

describe('words of a specification in a sentence', () => {
  it.each([
    ['Site jobs', 'A tool for plumbers', 'site jobs'],
    ['RSVPs', 'Event RSVP page', 'RSVPs'],
    ['IT assets', 'Assets of IT teams', 'IT assets'],
    ['Etsy orders', 'Orders for Etsy sellers', 'Etsy orders'],
    ['Key handovers', 'Key handovers of a hall', 'key handovers'],
  ])('writes %s of “%s” as %s', (label, prompt, expected) => {
    expect(labelInSentence(label, english(prompt))).toBe(expected);
  });

  it('quotes words of another language and keeps their capitals', () => {
    const spec = { language: 'de', prompt: 'Rechnungen für Handwerker' };
    expect(labelInSentence('Rechnungen', spec)).toBe('“Rechnungen”');
    expect(labelInSentence('Clients', spec)).toBe('clients');
  });

  it.each([
    ['padel hall', 'Bookings for a padel hall', 'a padel hall'],
    ['village hall', 'A tool for our village hall', 'a village hall'],
    ['animal shelter', 'Rota for an animal shelter', 'an animal shelter'],
    ['Freelancers', 'Scheduling for freelancers', 'freelancers'],
    ['People who need it', 'Meteorites', ''],
  ])('speaks of the audience %s of “%s” as “%s”', (audience, prompt, expected) => {
    expect(audienceInSentence(audience, english(prompt))).toBe(expected);
  });

  it.each([
    ['Finds the next free times.', 'finds the next free times'],
    ['Adds up what is owed.', 'adds up what is owed'],
    ['Finds for every wish the seeds.', 'finds for every wish the seeds'],
    ['Lists of overdue visits.', null],
    ['Reminders for patients.', null],
    ['Focus on one thing.', null],
    ['所要時間から表示します。', null],
  ])('reads %s as a deed: %s', (description, expected) => {
    expect(asAction(description)).toBe(expected);
  });

  it('joins what it does not do, where each is put as a sentence', () => {
    expect(asAbstentions(['It takes no payments.', 'It sends no e-mail.'])).toBe(
      'takes no payments and sends no e-mail',
    );
    expect(asAbstentions(['It takes no payments.', 'Payroll'])).toBeNull();
    expect(asAbstentions([])).toBeNull();
  });

  it('lowers only what has no capital of its own after a colon', () => {
    expect(afterColon('None of the products does')).toBe('none of the products does');
    expect(afterColon('Calendly asks for a card')).toBe('Calendly asks for a card');
  });

  it('puts marks inside quotation marks as single ones', () => {
    expect(quoted('From “Draft” to “Paid”')).toBe('“From ‘Draft’ to ‘Paid’”');
  });
});
