import type { IdentityAttribute } from '@hatchr/contracts';
import { createHash } from 'node:crypto';

/** What is asked of one person, once. */
export interface AttributeQuestion {
  attribute: IdentityAttribute;
  /** Base58 address of the account whose credential is to answer. */
  account: string;
  /** Host, and port where there is one, of the page that asks. */
  domain: string;
  nonce: string;
}

/** A statement of one attribute, as Concordium's SDK spells it. */
export type AttributeStatement =
  | { type: 'AttributeInRange'; attributeTag: 'dob'; lower: string; upper: string }
  | { type: 'RevealAttribute'; attributeTag: 'countryOfResidence' };

/** The years that make an adult in most of the world. */
const ADULT_YEARS = 18;

/** Earlier than anyone alive was born; Concordium's own wallets know the range by it. */
const EARLIEST_BIRTH = '18000101';

/** What is to be proved of an attribute on a day. A date of birth (YYYYMMDD) is compared as text. */
export const statementOf = (attribute: IdentityAttribute, day: Date): AttributeStatement =>
  attribute === 'adult'
    ? {
        type: 'AttributeInRange',
        attributeTag: 'dob',
        lower: EARLIEST_BIRTH,
        upper: bornBefore(day),
      }
    : { type: 'RevealAttribute', attributeTag: 'countryOfResidence' };

/** The first date of birth, in UTC, of someone who is not yet an adult: the range leaves its upper end out. */
function bornBefore(day: Date): string {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  const year = String(next.getUTCFullYear() - ADULT_YEARS);
  return `${year}${next.toISOString().slice(5, 10).replace('-', '')}`;
}

/**
 * What a proof has to be made over (hex of 32 bytes): a proof for one question, account, page or chain answers no other.
 * The first line keeps it apart from everything else that is hashed here.
 */
export function challengeOf(question: AttributeQuestion, genesisHash: string): string {
  const { attribute, account, domain, nonce } = question;
  return createHash('sha256')
    .update(
      ['hatchr identity attribute v1', genesisHash, domain, account, attribute, nonce].join('\n'),
    )
    .digest('hex');
}
