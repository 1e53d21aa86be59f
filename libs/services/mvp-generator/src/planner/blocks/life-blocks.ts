import type { DomainBlock } from './block.js';
import { careLog } from './care-log.js';
import { groceries } from './groceries.js';
import { homeInventory } from './home-inventory.js';
import { householdChores } from './household-chores.js';
import { medication } from './medication.js';
import { personalBudget } from './personal-budget.js';
import { travelPlanning } from './travel-planning.js';
import { weddingPlanning } from './wedding-planning.js';
import { therapyNotes } from './therapy-notes.js';
import { trainingLog } from './training-log.js';
import { tutoring } from './tutoring.js';
import { classAttendance } from './class-attendance.js';
import { bookClub } from './book-club.js';
import { allotment } from './allotment.js';
import { seedSwap } from './seed-swap.js';
import { gameNights } from './game-nights.js';
import { rehearsals } from './rehearsals.js';
import { assemblyVotes } from './assembly-votes.js';
import { carpooling } from './carpooling.js';
import { museumCollection } from './museum-collection.js';
import { energyMeters } from './energy-meters.js';
import { courseCertificates } from './course-certificates.js';
import { lostAndFound } from './lost-and-found.js';
import { organDonors } from './organ-donors.js';
import { rental } from './rental.js';
import { sitterSearch } from './sitter-search.js';
import { wineCellar } from './wine-cellar.js';

/** The domains of private life: home, family, leisure and clubs, and of the small shops around them. */
export const lifeBlocks: readonly DomainBlock[] = [
  weddingPlanning,
  travelPlanning,
  householdChores,
  homeInventory,
  personalBudget,
  groceries,
  medication,
  careLog,
  therapyNotes,
  trainingLog,
  tutoring,
  classAttendance,
  bookClub,
  allotment,
  seedSwap,
  gameNights,
  rehearsals,
  assemblyVotes,
  carpooling,
  museumCollection,
  energyMeters,
  lostAndFound,
  courseCertificates,
  organDonors,
  rental,
  sitterSearch,
  wineCellar,
];
