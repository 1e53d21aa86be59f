import type { BlockEntity } from './block.js';

/** The types of field without which a view has nothing to show. */
export const viewNeeds: Readonly<Record<BlockEntity['view'], readonly string[]>> = {
  table: [],
  gallery: [],
  board: ['enum'],
  calendar: ['datetime'],
  timeline: ['date'],
  thread: ['long_text', 'datetime', 'text'],
  chart: ['decimal', 'date'],
};
