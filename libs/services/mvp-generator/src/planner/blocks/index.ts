import type { DomainBlock } from './block.js';
import { booking } from './booking.js';
import { invoicing } from './invoicing.js';

/** Every domain that the planner knows. The order settles ties: the first one wins. */
export const domainBlocks: readonly DomainBlock[] = [booking, invoicing];
