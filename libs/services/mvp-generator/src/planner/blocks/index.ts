import type { DomainBlock } from './block.js';
import { booking } from './booking.js';
import { courses } from './courses.js';
import { crm } from './crm.js';
import { documents } from './documents.js';
import { events } from './events.js';
import { expenses } from './expenses.js';
import { feedback } from './feedback.js';
import { fieldService } from './field-service.js';
import { fleet } from './fleet.js';
import { fitness } from './fitness.js';
import { habits } from './habits.js';
import { health } from './health.js';
import { helpDesk } from './help-desk.js';
import { inventory } from './inventory.js';
import { invoicing } from './invoicing.js';
import { jobBoard } from './job-board.js';
import { journal } from './journal.js';
import { marketplace } from './marketplace.js';
import { membership } from './membership.js';
import { monitoring } from './monitoring.js';
import { pets } from './pets.js';
import { projects } from './projects.js';
import { property } from './property.js';
import { recipes } from './recipes.js';
import { reviews } from './reviews.js';
import { subscriptions } from './subscriptions.js';
import { flashcards } from './flashcards.js';
import { lending } from './lending.js';
import { sportsLeague } from './sports-league.js';
import { timeTracking } from './time-tracking.js';
import { expiry } from './expiry.js';
import { shiftPlanning } from './shift-planning.js';
import { recruiting } from './recruiting.js';
import { quotes } from './quotes.js';
import { legalCases } from './legal-cases.js';
import { incidents } from './incidents.js';
import { compliance } from './compliance.js';
import { equipmentMaintenance } from './equipment-maintenance.js';
import { constructionDiary } from './construction-diary.js';
import { turnoverCleaning } from './turnover-cleaning.js';
import { restaurantTables } from './restaurant-tables.js';
import { catering } from './catering.js';
import { fundraising } from './fundraising.js';
import { volunteers } from './volunteers.js';
import { lab } from './lab.js';
import { farm } from './farm.js';
import { brewery } from './brewery.js';
import { beekeeping } from './beekeeping.js';
import { livestock } from './livestock.js';
import { lifeBlocks } from './life-blocks.js';
import { tradeBlocks } from './trade-blocks.js';
import { hobbyBlocks } from './hobby-blocks.js';
import { placeBlocks } from './place-blocks.js';
import { communityBlocks } from './community-blocks.js';
import { researchBlocks } from './research-blocks.js';
import { photoStudio } from './photo-studio.js';
import { beautyStudio } from './beauty-studio.js';
import { repairShop } from './repair-shop.js';
import { itAssets } from './it-assets.js';
import { contentCalendar } from './content-calendar.js';
import { mediaProduction } from './media-production.js';
import { changelog } from './changelog.js';
import { bugTracking } from './bug-tracking.js';
import { goals } from './goals.js';
import { meetings } from './meetings.js';
import { surveys } from './surveys.js';
import { referrals } from './referrals.js';
import { procurement } from './procurement.js';
import { contracts } from './contracts.js';

/** Every domain that the planner knows. The order settles ties: the first one wins. */
export const domainBlocks: readonly DomainBlock[] = [
  booking,
  invoicing,
  crm,
  inventory,
  marketplace,
  courses,
  subscriptions,
  helpDesk,
  jobBoard,
  habits,
  journal,
  events,
  health,
  expenses,
  feedback,
  documents,
  projects,
  recipes,
  property,
  fitness,
  fieldService,
  fleet,
  pets,
  membership,
  reviews,
  monitoring,
  flashcards,
  lending,
  sportsLeague,
  timeTracking,
  expiry,
  shiftPlanning,
  recruiting,
  quotes,
  legalCases,
  incidents,
  compliance,
  equipmentMaintenance,
  constructionDiary,
  turnoverCleaning,
  restaurantTables,
  catering,
  fundraising,
  volunteers,
  lab,
  farm,
  brewery,
  beekeeping,
  livestock,
  ...lifeBlocks,
  photoStudio,
  beautyStudio,
  repairShop,
  itAssets,
  contentCalendar,
  mediaProduction,
  changelog,
  bugTracking,
  goals,
  meetings,
  surveys,
  referrals,
  procurement,
  contracts,
  ...tradeBlocks,
  ...hobbyBlocks,
  ...placeBlocks,
  ...communityBlocks,
  ...researchBlocks,
];
