import type { FeatureReport } from './feature-report';

export interface Contact {
  id: string;
  title: string;
  href: string;
  name: string;
  email: string | null;
  phone: string | null;
}

export interface DuplicatePair {
  first: Contact;
  second: Contact;
  reason: 'email' | 'phone' | 'name';
}

// The last nine digits tell two numbers apart and are the same with and without a country code.
const PHONE_DIGITS = 9;
const MIN_PHONE_DIGITS = 7;

/** An address without case; what comes after a plus sign reaches the same person. */
export function normaliseEmail(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@');
  return domain === '' ? '' : `${local.replace(/\+.*$/, '')}@${domain}`;
}

export function normalisePhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.length < MIN_PHONE_DIGITS ? '' : digits.slice(-PHONE_DIGITS);
}

/** The words of a name without case, accents and order: "Doe, Jané" is "jane doe". */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');

const keys: Record<DuplicatePair['reason'], (contact: Contact) => string> = {
  email: (contact) => normaliseEmail(contact.email ?? ''),
  phone: (contact) => normalisePhone(contact.phone ?? ''),
  name: (contact) => normaliseName(contact.name),
};
const reasons = ['email', 'phone', 'name'] as const;

/** Pairs that are probably the same, each once, by the surest reason: e-mail, then phone, then name. */
export function findDuplicates(contacts: readonly Contact[]): DuplicatePair[] {
  const pairs = new Map<string, DuplicatePair>();
  for (const reason of reasons) {
    const firsts = new Map<string, Contact>();
    for (const contact of contacts) {
      const key = keys[reason](contact);
      if (key === '') continue;
      const first = firsts.get(key);
      if (!first) firsts.set(key, contact);
      else {
        const id = [first.id, contact.id].sort().join(' ');
        if (!pairs.has(id)) pairs.set(id, { first, second: contact, reason });
      }
    }
  }
  return [...pairs.values()];
}

const words = { email: 'Same e-mail', phone: 'Same phone', name: 'Same name' } as const;

export function describeDuplicates(pairs: readonly DuplicatePair[], total: number): FeatureReport {
  const count = (reason: DuplicatePair['reason']) =>
    String(pairs.filter((pair) => pair.reason === reason).length);
  return {
    headline:
      pairs.length === 0
        ? `No two of ${total} look the same.`
        : `${pairs.length} ${pairs.length === 1 ? 'pair looks' : 'pairs look'} like the same.`,
    facts: reasons.map((reason) => ({ label: words[reason], value: count(reason) })),
    rows: pairs.map(({ first, second, reason }) => ({
      id: `${first.id}-${second.id}`,
      title: second.title,
      href: second.href,
      detail: `May be the same as ${first.title}`,
      badge: words[reason],
      tone: reason === 'name' ? 'warning' : 'danger',
    })),
    empty: 'Nothing looks like a duplicate.',
  };
}
