import type { DomainBlock } from './block.js';
import { aquarium } from './aquarium.js';
import { birdSightings } from './bird-sightings.js';
import { plantCare } from './plant-care.js';
import { notebook } from './notebook.js';
import { familyTree } from './family-tree.js';
import { martialArts } from './martial-arts.js';
import { debtPayoff } from './debt-payoff.js';

/** The domains of nature, collections and hobbies. */
export const hobbyBlocks: readonly DomainBlock[] = [
  aquarium,
  birdSightings,
  plantCare,
  notebook,
  familyTree,
  martialArts,
  debtPayoff,
];
