import {
  AppError,
  digestSchema,
  proofDocumentSchema,
  proofVerificationSchema,
  verifyPresentedInputSchema,
  type ProofDocument,
  type ProofVerification,
} from '@hatchr/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ProofsService } from '../../proofs/proofs.service.js';
import { openApiSchema } from './openapi-schema.js';

/** Proofs are public: whoever holds a digest may ask about it, without a session. */
@ApiTags('proofs')
@Controller('api')
export class ProofsController {
  constructor(private readonly proofs: ProofsService) {}

  @Get('verify/:digest')
  @ApiOperation({ summary: 'What this instance can prove about the digest of a manifest' })
  @ApiResponse({ status: 200, schema: openApiSchema(proofVerificationSchema) })
  verify(@Param('digest') digest: string): Promise<ProofVerification> {
    return this.proofs.verify(digestSchema.parse(digest));
  }

  @Post('verify')
  @HttpCode(200)
  @ApiOperation({ summary: 'Check a proof that you bring, about the digest of a manifest' })
  @ApiBody({ schema: openApiSchema(verifyPresentedInputSchema) })
  @ApiResponse({ status: 200, schema: openApiSchema(proofVerificationSchema) })
  verifyPresented(@Body() body: unknown): Promise<ProofVerification> {
    return this.proofs.verifyPresented(verifyPresentedInputSchema.parse(body));
  }

  @Get('proofs/:digest')
  @ApiOperation({ summary: 'The proof of a digest as a document to keep' })
  @ApiResponse({ status: 200, schema: openApiSchema(proofDocumentSchema) })
  async document(@Param('digest') digest: string): Promise<ProofDocument> {
    const document = await this.proofs.document(digestSchema.parse(digest));
    if (!document) throw new AppError('proof.not_found');
    return document;
  }
}
