import { describe, expect, it } from '@jest/globals';
import { AppError } from './app-error.js';
import { errorCatalogue, errorKinds, httpStatusOfKind, type ErrorCode } from './error-catalogue.js';

describe('AppError', () => {
  it('shows kind, code, message and details, and never the cause', () => {
    const error = new AppError('job.not_found', {
      details: { jobId: 'x' },
      cause: new Error('select secret'),
    });
    expect(error.toPublic()).toEqual({
      kind: 'not_found',
      code: 'job.not_found',
      message: errorCatalogue['job.not_found'].message,
      details: { jobId: 'x' },
    });
    expect(JSON.stringify(error.toPublic())).not.toContain('secret');
  });

  it('turns an unknown failure into internal.unexpected and keeps its cause', () => {
    const cause = new TypeError('boom');
    const error = AppError.from(cause);
    expect(error.code).toBe('internal.unexpected');
    expect(error.cause).toBe(cause);
    expect(AppError.from(error)).toBe(error);
  });

  it('finds an AppError that a library wrapped', () => {
    const inner = new AppError('storage.full');
    expect(AppError.from(new Error('wrapped', { cause: inner }))).toBe(inner);
  });
});

describe('the error catalogue', () => {
  const codes = Object.keys(errorCatalogue) as ErrorCode[];

  it('gives every refusal a 4xx and every failure of ours or a provider a 5xx', () => {
    const ours = new Set(['upstream_unavailable', 'upstream_rejected', 'timeout', 'internal']);
    for (const kind of errorKinds) expect(httpStatusOfKind[kind] >= 500).toBe(ours.has(kind));
  });

  it.each(codes)('%s says in full sentences what happened and what to do next', (code) => {
    const { message } = errorCatalogue[code];
    expect(message).toMatch(/^[A-Z].*[.]$/su);
    expect(message).not.toMatch(/undefined|null|stack|exception/iu);
  });
});
