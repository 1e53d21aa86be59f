import { z } from 'zod';
import {
  assistantSchema,
  entitySchema,
  fieldSchema,
  productSpecSchema,
  publicPageSchema,
  type ProductSpec,
} from './product-spec.schema.js';

const spec = productSpecSchema.shape;

/** The part of a specification that a person watches take shape while its job runs. */
export const planPreviewSchema = z.object({
  name: spec.name,
  tagline: spec.tagline,
  category: spec.category,
  audience: spec.audience,
  entities: z.array(
    entitySchema
      .pick({ label: true, labelPlural: true, icon: true, view: true, description: true })
      .extend({ fields: z.array(fieldSchema.pick({ label: true, type: true })) }),
  ),
  feature: spec.feature.pick({ name: true, description: true }),
  assistant: assistantSchema.pick({ name: true, description: true }).optional(),
  publicPage: publicPageSchema.pick({ kind: true, title: true, description: true }).optional(),
  /** Names of the flows. */
  flows: z.array(z.string()),
  brand: spec.brand,
});
export type PlanPreview = z.output<typeof planPreviewSchema>;

/** What of a specification is shown while its app is built; zod drops the rest. */
export function toPlanPreview(planned: ProductSpec): PlanPreview {
  return planPreviewSchema.parse({ ...planned, flows: planned.flows.map((flow) => flow.name) });
}
