import { z } from 'zod';

export const accountSchema = z.object({
  userId: z.string(),
  name: z.string(),
  /** null for a guest. */
  email: z.string().nullable(),
  isGuest: z.boolean(),
  role: z.enum(['user', 'admin']),
  identity: z.object({
    /** A fact that the server knows from a signature; never a flag that a client sends. */
    isVerified: z.boolean(),
    /** What the person can do about it, in words. */
    statement: z.string(),
  }),
});
export type Account = z.output<typeof accountSchema>;
