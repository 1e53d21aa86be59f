import type { BlockField } from '../blocks/block.js';
import type { NounKind } from '../classify-noun.js';

/** What a trade, a club or a household works on: the thing that a product for it has beside its domain. */
export interface Trade {
  /** Lower-case singular words that name the trade in a sentence. */
  said: readonly string[];
  /** Singular label of the thing. */
  thing: string;
  kind: NounKind;
  /** In the order in which the work goes. */
  statuses: readonly string[];
  /** Fields of the trade, beside those that the kind of thing has. */
  fields: readonly BlockField[];
  /** Titles of demo rows. */
  titles: readonly string[];
  /** Whether it suits products for those who work there instead of those who come. */
  isForStaff: boolean;
}

/** Words, statuses and titles are lists parted by commas and bars, because a table of trades is read as one. */
export const trade = (
  said: string,
  thing: string,
  kind: NounKind,
  statuses: string,
  fields: readonly BlockField[],
  titles: string,
): Trade => ({
  said: said.split(', '),
  thing,
  kind,
  statuses: statuses.split(', '),
  fields,
  titles: titles.split('|'),
  isForStaff: false,
});

/** The same for products about those who work there: shifts, applicants, hours. */
export const staffTrade = (...parts: Parameters<typeof trade>): Trade => ({
  ...trade(...parts),
  isForStaff: true,
});
