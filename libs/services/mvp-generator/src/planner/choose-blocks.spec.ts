import { describe, expect, it } from '@jest/globals';
import { chooseBlocks } from './choose-blocks.js';
import { readPrompt } from './read-prompt.js';

const idsOf = (prompt: string): string[] =>
  chooseBlocks(readPrompt(prompt)).map(({ block }) => block.id);

describe('chooseBlocks', () => {
  it('does not take a word for a domain where it stands in a longer term of another', () => {
    expect(idsOf('Daily notes for every job site')).toEqual(['field_service']);
  });

  it('takes a supporting word for the domain only where the sentence says nothing else', () => {
    expect(idsOf('Notes')).toEqual(['notebook']);
    expect(idsOf('Notes about butterflies and stamps')).toEqual([]);
  });

  it('keeps a domain whose word also stands alone', () => {
    expect(idsOf('A job board, with the job site of each')).toEqual(
      expect.arrayContaining(['job_board', 'field_service']),
    );
  });

  it.each([
    ['Bird sightings for nature reserves', ['bird_sightings']],
    ['3D printing job queue for a makerspace', ['machine_queue']],
    ['Blood donation drives for a city hospital', ['blood_drives']],
    ['Ticketing for escape rooms with 6 players a room', ['escape_rooms']],
    ['Food waste tracker for school canteens', ['food_waste']],
    ['Food bank stock with expiry dates', ['food_rescue']],
    ['Chemical inventory with expiry dates for school labs', ['chemical_inventory']],
    ['Newsletter tool for village associations', ['newsletters']],
    ['Vocabulary trainer for people learning Welsh', ['flashcards']],
    ['Cleaning rota for short-let apartments', ['turnover_cleaning']],
    ['Snag list for new apartments', ['snag_lists']],
    ['Auction catalogue for antique dealers', ['auctions']],
    ['Repair tickets for a bicycle workshop', ['repair_shop']],
    ['Dry cleaning orders with pickup dates', ['dry_cleaning']],
  ])('gives “%s” to no other domain than %j', (prompt, ids) => {
    expect(idsOf(prompt)).toEqual(ids);
  });

  it.each([
    ['Ski rental: skis, boots and helmets', ['rental']],
    ['Costume rental for theatres', ['rental']],
    ['Rental of flats: leases and deposits', ['property']],
    ['Wine cellar with tasting notes', ['wine_cellar']],
    ['Organ donor registry', ['organ_donors']],
    ['Find a babysitter who speaks French', ['sitter_search']],
    ['First-aid course certificates', ['course_certificates']],
    ['Goodreads for board games', ['reviews']],
    ['Ham radio contact log', []],
    ['Locksmith emergency jobs', []],
    ['Werkzeugverleih', ['lending']],
    ['Fietsenverhuur', ['rental']],
    ['Fahrradreparatur mit Abholung', ['repair_shop']],
  ])('reads “%s” as %j', (prompt, ids) => {
    expect(idsOf(prompt)).toEqual(ids);
  });

  it('takes what stands behind a for as the place of use, unless the term holds the for itself', () => {
    expect(idsOf('Invoice reminders for yoga studios')).toEqual(['invoicing']);
    expect(idsOf('Call for papers with reviews for a conference')[0]).toBe('conference_talks');
  });
});
