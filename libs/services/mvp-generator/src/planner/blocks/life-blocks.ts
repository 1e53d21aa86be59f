import type { DomainBlock } from './block.js';
import { careLog } from './care-log.js';
import { groceries } from './groceries.js';
import { homeInventory } from './home-inventory.js';
import { householdChores } from './household-chores.js';
import { medication } from './medication.js';
import { personalBudget } from './personal-budget.js';
import { travelPlanning } from './travel-planning.js';
import { weddingPlanning } from './wedding-planning.js';

/** The domains of private life: home, family, leisure and clubs. */
export const lifeBlocks: readonly DomainBlock[] = [
  weddingPlanning,
  travelPlanning,
  householdChores,
  homeInventory,
  personalBudget,
  groceries,
  medication,
  careLog,
];
