import type { DomainBlock } from './block.js';
import { choice, date, integer, longText, relation, text } from './fields.js';

export const flashcards: DomainBlock = {
  id: 'flashcards',
  category: 'Memorising',
  strong: [
    'flashcard',
    'flash card',
    'spaced repetition',
    'vocabulary trainer',
    'karteikarten',
    'vokabeltrainer',
    'cartes mémoire',
    'tarjetas didácticas',
  ],
  weak: ['vocabulary', 'memorise', 'memorize', 'deck', 'revision', 'exam'],
  promise: 'Remember what you learn',
  problem:
    'What was learned on Monday is forgotten by Friday, because it is repeated too late or too often.',
  entities: [
    {
      name: 'deck',
      plural: 'decks',
      label: 'Deck',
      labelPlural: 'Decks',
      description: 'Cards that are learned together.',
      icon: 'layers',
      titleField: 'name',
      view: 'gallery',
      fields: [
        text('name', 'Name'),
        choice('pace', 'Pace', ['Relaxed', 'Steady', 'Before an exam']),
        integer('new_per_day', 'New cards a day', { min: 0, max: 200, defaultValue: 10 }),
        longText('description', 'Description'),
      ],
      sampleTitles: [
        'Spanish, first words',
        'Bones of the hand',
        'Capitals of Europe',
        'Chemical symbols',
        'Irregular verbs',
        'Music intervals',
      ],
    },
    {
      name: 'card',
      plural: 'cards',
      label: 'Card',
      labelPlural: 'Cards',
      description: 'A question, its answer, and the day it is asked again.',
      icon: 'brain',
      titleField: 'question',
      view: 'table',
      aliases: ['flashcard'],
      fields: [
        text('question', 'Question'),
        relation('deck', 'Deck'),
        longText('answer', 'Answer', { required: true }),
        date('due_on', 'Due on'),
        integer('interval_days', 'Interval in days', { min: 0, max: 3650, defaultValue: 1 }),
        integer('lapses', 'Times forgotten', { min: 0, max: 10_000, defaultValue: 0 }),
      ],
      sampleTitles: [
        'What is “bread” in Spanish?',
        'Symbol of sodium?',
        'Capital of Portugal?',
        'How many carpal bones?',
        'Past of “to go”?',
        'Semitones in a fifth?',
      ],
    },
  ],
  feature: {
    kind: 'spaced_repetition',
    name: 'Today’s repetition',
    description:
      'Asks the cards that are due and spaces each one further apart the better it is known.',
    entity: 'card',
  },
  brand: { primary: '#5b21b6', accent: '#eab308', icon: 'brain', tone: 'playful' },
  audience: 'students',
  nonGoals: ['It grades no free text.'],
};
