import { AppError } from '@hatchr/contracts';
import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { ArtifactStorage } from '../projects/storage/artifact-storage.port.js';
import { ProofsService } from '../proofs/proofs.service.js';

/** For load balancers and process managers. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ArtifactStorage,
    private readonly proofs: ProofsService,
  ) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'The process can do its work: database and storage answer' })
  async ready(): Promise<{
    status: 'ok';
    database: 'ok';
    storage: 'ok';
    proofLog: 'intact' | 'broken';
  }> {
    await this.dataSource.query('SELECT 1').catch((cause: unknown) => {
      throw new AppError('database.unavailable', { cause });
    });
    await this.storage.check();
    return {
      status: 'ok',
      database: 'ok',
      storage: 'ok',
      // A broken log stops new proofs, not the rest of the product.
      proofLog: this.proofs.firstBrokenEntry === null ? 'intact' : 'broken',
    };
  }
}
