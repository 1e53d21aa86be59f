import type { DomainBlock } from './block.js';
import { flightLog } from './flight-log.js';
import { mysteryShopping } from './mystery-shopping.js';
import { auctions } from './auctions.js';
import { consignment } from './consignment.js';
import { loyaltyCards } from './loyalty-cards.js';
import { orderPicking } from './order-picking.js';
import { deliveryRoutes } from './delivery-routes.js';
import { supportInbox } from './support-inbox.js';
import { videoApprovals } from './video-approvals.js';
import { machineQueue } from './machine-queue.js';
import { mortgageCases } from './mortgage-cases.js';
import { dryCleaning } from './dry-cleaning.js';
import { artistCommissions } from './artist-commissions.js';
import { productDescriptions } from './product-descriptions.js';
import { priceWatch } from './price-watch.js';
import { payrollHours } from './payroll-hours.js';
import { standups } from './standups.js';
import { knowledgeBase } from './knowledge-base.js';
import { newsletters } from './newsletters.js';
import { recipeCosting } from './recipe-costing.js';
import { foodWaste } from './food-waste.js';
import { floristOrders } from './florist-orders.js';
import { csaBoxes } from './csa-boxes.js';
import { translationJobs } from './translation-jobs.js';
import { insuranceClaims } from './insurance-claims.js';
import { taxDocuments } from './tax-documents.js';
import { pettyCash } from './petty-cash.js';
import { warrantyClaims } from './warranty-claims.js';
import { dentalLab } from './dental-lab.js';

/** The domains of shops, trades and services. */
export const tradeBlocks: readonly DomainBlock[] = [
  auctions,
  consignment,
  loyaltyCards,
  orderPicking,
  deliveryRoutes,
  supportInbox,
  videoApprovals,
  machineQueue,
  mortgageCases,
  dryCleaning,
  artistCommissions,
  productDescriptions,
  priceWatch,
  payrollHours,
  standups,
  knowledgeBase,
  newsletters,
  recipeCosting,
  foodWaste,
  floristOrders,
  csaBoxes,
  translationJobs,
  insuranceClaims,
  taxDocuments,
  dentalLab,
  flightLog,
  mysteryShopping,
  pettyCash,
  warrantyClaims,
];
