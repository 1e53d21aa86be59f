import type { DomainBlock } from './block.js';
import { signUpSheets } from './sign-up-sheets.js';
import { familyTree } from './family-tree.js';
import { giftLists } from './gift-lists.js';
import { debtPayoff } from './debt-payoff.js';
import { martialArts } from './martial-arts.js';
import { foodRescue } from './food-rescue.js';
import { bloodDrives } from './blood-drives.js';
import { petitions } from './petitions.js';
import { sermonArchive } from './sermon-archive.js';
import { kindergartenReports } from './kindergarten-reports.js';
import { schoolTrips } from './school-trips.js';
import { drivingSchool } from './driving-school.js';
import { scoutBadges } from './scout-badges.js';

/** The domains of families, clubs, churches and causes. */
export const communityBlocks: readonly DomainBlock[] = [
  familyTree,
  giftLists,
  debtPayoff,
  martialArts,
  foodRescue,
  bloodDrives,
  petitions,
  sermonArchive,
  kindergartenReports,
  schoolTrips,
  drivingSchool,
  scoutBadges,
  signUpSheets,
];
