import type { DomainBlock } from './block.js';
import { aquarium } from './aquarium.js';
import { birdSightings } from './bird-sightings.js';
import { mushroomFinds } from './mushroom-finds.js';
import { plantCare } from './plant-care.js';
import { notebook } from './notebook.js';
import { linkCollection } from './link-collection.js';
import { recordCollection } from './record-collection.js';
import { chessTournament } from './chess-tournament.js';
import { carOwnership } from './car-ownership.js';
import { kilnFirings } from './kiln-firings.js';
import { knittingProjects } from './knitting-projects.js';
import { weatherStation } from './weather-station.js';
import { boatLog } from './boat-log.js';
import { diveLog } from './dive-log.js';
import { fishingLog } from './fishing-log.js';
import { stargazing } from './stargazing.js';
import { sourdough } from './sourdough.js';
import { climbingLog } from './climbing-log.js';

/** The domains of nature, collections and hobbies. */
export const hobbyBlocks: readonly DomainBlock[] = [
  aquarium,
  birdSightings,
  mushroomFinds,
  plantCare,
  notebook,
  linkCollection,
  recordCollection,
  chessTournament,
  carOwnership,
  kilnFirings,
  knittingProjects,
  weatherStation,
  boatLog,
  diveLog,
  fishingLog,
  stargazing,
  climbingLog,
  sourdough,
];
