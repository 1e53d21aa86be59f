/** Where such a product is usually shown first; software for developers has places of its own. */
export function planChannels(category: string): string[] {
  const general = [
    'product_hunt',
    'hacker_news',
    'reddit',
    'x_twitter',
    'linkedin',
    'indie_hackers',
    'email',
  ];
  return /monitor|develop/iu.test(category)
    ? ['hacker_news', 'product_hunt', 'reddit', 'x_twitter', 'linkedin', 'indie_hackers']
    : general;
}
