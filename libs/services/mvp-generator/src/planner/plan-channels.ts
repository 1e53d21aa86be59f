import { type LaunchChannel } from '@hatchr/contracts';

/** Where such a product is usually shown first; software for developers has places of its own. */
export function planChannels(category: string): LaunchChannel[] {
  return /monitor|develop/iu.test(category)
    ? ['show_hn', 'product_hunt', 'reddit', 'x_thread', 'linkedin', 'indie_hackers']
    : [
        'product_hunt',
        'reddit',
        'linkedin',
        'x_thread',
        'indie_hackers',
        'newsletter',
        'cold_email',
      ];
}
