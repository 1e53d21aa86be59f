import {
  digestSchema,
  logConsistencySchema,
  logEntrySchema,
  logInclusionSchema,
  signedLogHeadSchema,
  type LogConsistency,
  type LogEntry,
  type LogInclusion,
  type SignedLogHead,
} from '@hatchr/contracts';
import { ConcordiumService } from '@hatchr/concordium';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { TransparencyLogService } from '../../proofs/transparency-log.service.js';
import { openApiSchema } from './openapi-schema.js';

const count = z.coerce.number().int().min(0).max(2_147_483_647);
const consistencyInputSchema = z.object({ from: count.min(1), to: count.min(1) });
const pageSchema = z.object({
  from: count.default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
});

/** The local transparency log, for anyone to download and to hold to what it said before. */
@ApiTags('proofs')
@Controller('api/log')
export class LogController {
  constructor(
    private readonly log: TransparencyLogService,
    private readonly concordium: ConcordiumService,
  ) {}

  @Get('key')
  @ApiOperation({ summary: 'The public key that signs the log' })
  key(): { pem: string; keyId: string } {
    return this.concordium.publicKey();
  }

  @Get('head')
  @ApiOperation({ summary: 'What the log is now, signed: keep it to compare with a later one' })
  @ApiResponse({ status: 200, schema: openApiSchema(signedLogHeadSchema) })
  head(): Promise<SignedLogHead> {
    return this.log.head();
  }

  @Get('entries')
  @ApiOperation({ summary: 'The entries in their order, up to 1,000 at a time' })
  @ApiResponse({ status: 200, schema: openApiSchema(z.array(logEntrySchema)) })
  entries(@Query() query: unknown): Promise<LogEntry[]> {
    const { from, limit } = pageSchema.parse(query);
    return this.log.listEntries(from, limit);
  }

  @Get('inclusion/:digest')
  @ApiOperation({ summary: 'That the entry of a digest is in the log of a signed head' })
  @ApiResponse({ status: 200, schema: openApiSchema(logInclusionSchema) })
  inclusion(@Param('digest') digest: string): Promise<LogInclusion> {
    return this.log.inclusion(digestSchema.parse(digest));
  }

  @Get('consistency')
  @ApiOperation({ summary: 'That the log of a later size begins with the log of an earlier one' })
  @ApiResponse({ status: 200, schema: openApiSchema(logConsistencySchema) })
  consistency(@Query() query: unknown): Promise<LogConsistency> {
    const { from, to } = consistencyInputSchema.parse(query);
    return this.log.consistency(from, to);
  }
}
