import { digestSchema, proofVerificationSchema, type ProofVerification } from '@hatchr/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProofsService } from '../../proofs/proofs.service.js';
import { openApiSchema } from './openapi-schema.js';

/** Proofs are public: whoever holds a digest may ask about it, without a session. */
@ApiTags('proofs')
@Controller('api/verify')
export class ProofsController {
  constructor(private readonly proofs: ProofsService) {}

  @Get(':digest')
  @ApiOperation({ summary: 'What this instance can prove about the digest of a manifest' })
  @ApiResponse({ status: 200, schema: openApiSchema(proofVerificationSchema) })
  verify(@Param('digest') digest: string): Promise<ProofVerification> {
    return this.proofs.verify(digestSchema.parse(digest));
  }
}
