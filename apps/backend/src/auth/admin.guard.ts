import { AppError } from '@hatchr/contracts';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { SessionsService } from './sessions.service.js';

/** Lets administrators through. A stranger is asked to sign in, anyone else is refused. */
@Injectable()
export class AdminGuard implements CanActivate {
  constructor(private readonly sessions: SessionsService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const caller = await this.sessions.findCaller(context.switchToHttp().getRequest<Request>());
    if (!caller || caller.isGuest)
      throw new AppError('auth.required', { message: 'Sign in as an administrator first.' });
    if (caller.role !== 'admin') throw new AppError('auth.forbidden');
    return true;
  }
}
