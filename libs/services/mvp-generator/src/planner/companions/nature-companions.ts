import { date, integer, notes, text } from '../blocks/fields.js';
import { type Build, dueFeature, dueTask, entity, lower, only, to } from './companion-parts.js';

export const ofPlant: Build = (main) => {
  const care = dueTask(
    main,
    'Care task',
    ['Water', 'Feed', 'Prune', 'Repot', 'Check for pests'],
    ['Water well', 'Feed', 'Cut back', 'Repot', 'Turn to the light', 'Look for pests'],
  );
  const growth = entity({
    label: 'Observation',
    view: 'timeline',
    icon: 'leaf',
    description: `How each ${lower(main.label)} changes over the year.`,
    fields: [text('title', 'What was seen'), to(main), date('seen_on', 'Seen on'), notes],
    titles: [
      'First new leaf',
      'In flower',
      'Yellow leaves',
      'Roots at the rim',
      'New shoot',
      'Fruit set',
    ],
  });
  return { main, before: [], after: [care, growth], feature: dueFeature(care, 'Care due') };
};

export const ofAnimal: Build = (main, { keeping }) => {
  const seen = entity({
    label: 'Observation',
    view: 'timeline',
    icon: 'search',
    description: `When and where each ${lower(main.label)} was seen, and how many.`,
    fields: [
      text('title', 'What was seen'),
      to(main),
      date('seen_on', 'Seen on'),
      integer('count', 'How many', { min: 1, max: 1_000_000, defaultValue: 1 }),
      notes,
    ],
    titles: [
      'Feeding at dawn',
      'A pair with young',
      'Resting in the shade',
      'Calling at dusk',
      'Passing over',
      'Tracks only',
    ],
  });
  if (keeping === 'map') return only(main, seen, 'Seen lately');
  const care = dueTask(
    main,
    'Care task',
    ['Feeding', 'Check-up', 'Cleaning'],
    [
      'Weigh',
      'Vaccination',
      'Clean the quarters',
      'Change the food',
      'Look at teeth and feet',
      'Check-up',
    ],
  );
  return { main, before: [], after: [care, seen], feature: dueFeature(care, 'Care due') };
};
