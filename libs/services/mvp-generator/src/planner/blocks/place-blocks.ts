import type { DomainBlock } from './block.js';
import { campsite } from './campsite.js';
import { escapeRooms } from './escape-rooms.js';
import { exhibitions } from './exhibitions.js';
import { parkingSpaces } from './parking-spaces.js';

/** The domains of places that people visit or share. */
export const placeBlocks: readonly DomainBlock[] = [
  campsite,
  escapeRooms,
  exhibitions,
  parkingSpaces,
];
