import { z } from 'zod';

export const gateOutcomes = ['passed', 'failed', 'skipped'] as const;

export const verificationReportSchema = z.object({
  outcome: z.enum(gateOutcomes),
  /** Why, when gates were skipped; otherwise one sentence on what was proved. */
  reason: z.string(),
  gates: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      outcome: z.enum(gateOutcomes),
      durationMs: z.number().nullable(),
      /** Short result, or the end of the failing output. */
      detail: z.string(),
    }),
  ),
});
export type VerificationReport = z.output<typeof verificationReportSchema>;
