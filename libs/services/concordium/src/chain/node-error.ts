import { AppError } from '@hatchr/contracts';

/** What a failed call to a node means for what was asked. */
export type NodeFault =
  /** It may or may not have arrived. */
  | { kind: 'unavailable'; reason: string }
  /** Refused for a reason in the node's own words. */
  | { kind: 'refused'; reason: string }
  /** The node has exactly this transaction already. */
  | { kind: 'duplicate' }
  | { kind: 'not_found' }
  | { kind: 'stopped' }
  /** An answer that the SDK cannot read: the node is newer. */
  | { kind: 'unreadable'; reason: string };

const unavailableCodes = new Set([
  'UNAVAILABLE',
  'RESOURCE_EXHAUSTED',
  'DEADLINE_EXCEEDED',
  'CANCELLED',
  'ABORTED',
  'INTERNAL',
  'UNKNOWN',
  'UNIMPLEMENTED',
]);

/** Reads an error of the SDK: those of gRPC carry a `code` and a percent-encoded message, all others are its own. */
export function toNodeFault(error: unknown): NodeFault {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const reason = decode(typeof message === 'string' ? message : String(error));
  if (typeof code !== 'string') return { kind: 'unreadable', reason };
  if (code === 'ALREADY_EXISTS') return { kind: 'duplicate' };
  if (code === 'NOT_FOUND') return { kind: 'not_found' };
  if (code === 'FAILED_PRECONDITION') return { kind: 'stopped' };
  return { kind: unavailableCodes.has(code) ? 'unavailable' : 'refused', reason };
}

function decode(message: string): string {
  try {
    return decodeURIComponent(message);
  } catch {
    return message;
  }
}

/** The error that a person sees for a fault. */
export function toChainError(fault: NodeFault, cause?: unknown): AppError {
  if (fault.kind === 'stopped') return new AppError('proof.network_stopped', { cause });
  if (fault.kind === 'unreadable') return new AppError('proof.node_newer', { cause });
  if (fault.kind !== 'refused') return new AppError('proof.node_unavailable', { cause });
  if (/enough funds/u.test(fault.reason))
    return new AppError('proof.insufficient_funds', { cause });
  if (/Nonexisting sender/u.test(fault.reason))
    return new AppError('proof.account_unknown', { cause });
  return new AppError('proof.transaction_refused', { details: { node: fault.reason }, cause });
}
