import type { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

type SchemaObject = Extract<
  NonNullable<Parameters<typeof ApiResponse>[0]>,
  { schema: unknown }
>['schema'];

/** A zod schema as OpenAPI 3 describes it, so that documentation and validation cannot differ. */
export function openApiSchema(schema: z.ZodType, io: 'input' | 'output' = 'output'): SchemaObject {
  return z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  }) as SchemaObject;
}
