import { z } from 'zod';

/** What a page tells of the instance before anyone has done anything. */
export const instanceSchema = z.object({
  /** Services on the web that words of an idea are sent to, as people know them. Empty: none leaves the instance. */
  searchServices: z.array(z.string()),
});
export type Instance = z.output<typeof instanceSchema>;
