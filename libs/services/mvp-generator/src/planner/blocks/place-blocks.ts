import type { DomainBlock } from './block.js';
import { campsite } from './campsite.js';
import { escapeRooms } from './escape-rooms.js';
import { exhibitions } from './exhibitions.js';
import { parkingSpaces } from './parking-spaces.js';
import { walkInQueue } from './walk-in-queue.js';
import { coworkingDesks } from './coworking-desks.js';
import { marketStalls } from './market-stalls.js';
import { snagLists } from './snag-lists.js';
import { equipmentBooking } from './equipment-booking.js';
import { theatreProps } from './theatre-props.js';
import { chemicalInventory } from './chemical-inventory.js';
import { visitorLog } from './visitor-log.js';

/** The domains of places that people visit or share. */
export const placeBlocks: readonly DomainBlock[] = [
  campsite,
  escapeRooms,
  exhibitions,
  parkingSpaces,
  walkInQueue,
  coworkingDesks,
  marketStalls,
  snagLists,
  equipmentBooking,
  theatreProps,
  chemicalInventory,
  visitorLog,
];
