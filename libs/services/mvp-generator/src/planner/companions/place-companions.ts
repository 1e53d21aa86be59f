import { date, datetime, duration, flag, notes, relation, status, text } from '../blocks/fields.js';
import { type Build, entity, lower, to } from './companion-parts.js';

export const ofPlace: Build = (main, { isShared }) => {
  const visit = entity({
    label: isShared ? 'Reservation' : 'Visit',
    view: 'calendar',
    icon: 'calendar-days',
    description: `Who uses which ${lower(main.label)}, when and for how long.`,
    fields: [
      text('visitor_name', 'Who'),
      to(main),
      datetime('starts_at', 'Starts'),
      duration('duration', 'Duration', { defaultValue: 60 }),
      status('Asked for', 'Confirmed', 'Done', 'Cancelled'),
      notes,
    ],
    titles: [
      'Ada Sample',
      'Noor Sample',
      'Mateo Sample',
      'Ines Sample',
      'Kofi Sample',
      'Yuki Sample',
    ],
  });
  return {
    main,
    before: [],
    after: [visit],
    feature: {
      kind: 'free_slots',
      name: 'Free times',
      description: `Finds when ${lower(main.labelPlural)} are free and points out ${lower(visit.labelPlural)} that overlap.`,
      entity: visit.name,
    },
  };
};

export const ofMap: Build = (main) => {
  const spot = entity({
    label: 'Spot',
    view: 'gallery',
    icon: 'map-pin',
    description: `Where ${lower(main.labelPlural)} are found.`,
    fields: [
      text('name', 'Name'),
      { name: 'place', label: 'Place', type: 'address', required: false },
      flag('is_secret', 'Keep to myself'),
      notes,
    ],
    titles: [
      'Beech wood, north edge',
      'Meadow by the stream',
      'Old quarry',
      'Under the oaks',
      'Sunny slope',
      'Path to the mill',
    ],
  });
  const found = entity({
    label: 'Find',
    view: 'chart',
    icon: 'search',
    description: `What was found where, when and how much of it.`,
    fields: [
      text('title', 'What was found'),
      to(main),
      relation(spot.name, spot.label),
      { name: 'amount', label: 'Amount', type: 'decimal', required: true, min: 0, max: 100_000 },
      date('measured_on', 'Found on'),
      notes,
    ],
    titles: [
      'After warm rain',
      'First of the year',
      'A whole basket',
      'Only two',
      'New place',
      'Before the frost',
    ],
  });
  return {
    main,
    before: [spot],
    after: [found],
    feature: {
      kind: 'trend',
      name: 'Finds over time',
      description: `Shows how much was found and whether it becomes more or less.`,
      entity: found.name,
    },
  };
};
