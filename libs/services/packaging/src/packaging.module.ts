import { Module } from '@nestjs/common';
import { PackagingService } from './packaging.service.js';

/** Needs no configuration: import it as it is. */
@Module({ providers: [PackagingService], exports: [PackagingService] })
export class PackagingModule {}
