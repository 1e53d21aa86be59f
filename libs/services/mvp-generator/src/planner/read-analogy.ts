// What a well-known product is about, in words that the domain blocks know. From the public pages of each.
const meanings: Readonly<Record<string, string>> = {
  uber: 'booking',
  airbnb: 'listing booking',
  etsy: 'marketplace',
  ebay: 'marketplace',
  craigslist: 'marketplace',
  trello: 'task project',
  asana: 'task project',
  notion: 'document',
  calendly: 'booking',
  yelp: 'review',
  goodreads: 'review',
  splitwise: 'expense',
  duolingo: 'flashcard',
  kickstarter: 'fundraising',
  zendesk: 'help desk',
  salesforce: 'crm',
  hubspot: 'crm',
  substack: 'newsletter',
  linkedin: 'job board',
};

const pattern = new RegExp(
  `\\b(?:(?:an?|the|like)\\s+)*(${Object.keys(meanings).join('|')})(?=\\s*,?\\s+(?:but|for|of)\\b)(?:\\s*,?\\s+but\\b)?`,
  'iu',
);

/** "Uber for X" and "like X but Y": what the known product means, and the sentence without its name. */
export function readAnalogy(text: string): { rest: string; means: string } {
  const match = pattern.exec(text);
  if (!match) return { rest: text, means: '' };
  return {
    rest: text.replace(match[0], ' ').trim(),
    means: meanings[(match[1] ?? '').toLowerCase()] ?? '',
  };
}
