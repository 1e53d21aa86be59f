import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminGuard } from '../../auth/admin.guard.js';
import { ProofsService } from '../../proofs/proofs.service.js';

/** Proofs of the whole instance. */
@ApiTags('admin')
@UseGuards(AdminGuard)
@Controller('admin/proofs')
export class AdminProofsController {
  constructor(private readonly proofs: ProofsService) {}

  @Post('anchor-earlier')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Anchor what was recorded before there was an account, or what the chain refused',
    description: 'Costs CCD: one transaction for each CONCORDIUM_BATCH_SIZE of them.',
  })
  async anchorEarlier(): Promise<{ requested: number }> {
    return { requested: await this.proofs.anchorEarlier() };
  }
}
