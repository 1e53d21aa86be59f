import { describe, expect, it } from 'vitest';
import { describeRelations, relateNotes, type Note } from '@/features/related-notes';

const note = (title: string, text: string): Note => ({ id: title, title, href: '/notes/1', text });
const notes = [
  note('Boiler', 'Bleed the radiator before winter'),
  note('Hallway', 'The radiator knocks at night'),
  note('Pancakes', 'Flour, milk, eggs'),
];

describe('relateNotes', () => {
  it('ties notes by the words that few others have', () => {
    const [pair] = relateNotes(notes);
    expect(pair).toMatchObject({ first: { title: 'Boiler' }, second: { title: 'Hallway' } });
    expect(pair?.shared).toEqual(['radiator']);
  });
  it('does not tie notes by words that say nothing', () => {
    expect(relateNotes([note('Ada', 'this and that'), note('Bo', 'that and this')])).toEqual([]);
  });
  it('puts the pair with the rarer words first', () => {
    const relations = relateNotes([
      note('One', 'garden hedge yew'),
      note('Two', 'garden pond'),
      note('Three', 'garden yew hedge'),
    ]);
    expect([relations[0]?.first.title, relations[0]?.second.title]).toEqual(['One', 'Three']);
  });
});

describe('describeRelations', () => {
  it('names what stands on its own', () => {
    const report = describeRelations(relateNotes(notes), notes);
    expect(report.headline).toBe('2 of 3 belong to something else that is here.');
    expect(report.rows.map(({ badge }) => badge)).toEqual(['1 in common', 'On its own']);
  });
});
