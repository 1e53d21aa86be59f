import {
  createParamDecorator,
  Injectable,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { SessionsService, type SessionCaller } from '../../auth/sessions.service.js';

type RequestWithCaller = Request & { caller?: SessionCaller };

/** Gives every request of a controller its caller, and a program without a session its guest cookie. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly sessions: SessionsService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<RequestWithCaller>();
    request.caller = await this.sessions.ensureCaller(request, http.getResponse<Response>());
    return true;
  }
}

/** The caller that SessionGuard found. */
export const CurrentCaller = createParamDecorator(
  (_data: unknown, context: ExecutionContext): SessionCaller => {
    const { caller } = context.switchToHttp().getRequest<RequestWithCaller>();
    if (!caller) throw new Error('the controller has no SessionGuard');
    return caller;
  },
);
