import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

/** The closed list of ways in which Hatchr can refuse or fail. The kind alone decides transport codes and retry. */
export const errorKinds = [
  'invalid_input',
  'unauthenticated',
  'forbidden',
  'not_found',
  'conflict',
  'precondition_failed',
  'limit_exceeded',
  'upstream_unavailable',
  'upstream_rejected',
  'timeout',
  'cancelled',
  'internal',
] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** tRPC code of each kind; a kind without a row does not compile. */
export const trpcCodeOfKind: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  invalid_input: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  precondition_failed: 'PRECONDITION_FAILED',
  limit_exceeded: 'TOO_MANY_REQUESTS',
  upstream_unavailable: 'SERVICE_UNAVAILABLE',
  upstream_rejected: 'BAD_GATEWAY',
  timeout: 'GATEWAY_TIMEOUT',
  cancelled: 'CLIENT_CLOSED_REQUEST',
  internal: 'INTERNAL_SERVER_ERROR',
};

/** HTTP status of each kind, for REST and downloads. */
export const httpStatusOfKind: Record<ErrorKind, number> = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition_failed: 412,
  limit_exceeded: 429,
  upstream_unavailable: 503,
  upstream_rejected: 502,
  timeout: 504,
  cancelled: 499,
  internal: 500,
};

/** Whether a worker may try the same step again by itself. Refusals are final; outages are not. */
export const isRetriedKind: Record<ErrorKind, boolean> = {
  invalid_input: false,
  unauthenticated: false,
  forbidden: false,
  not_found: false,
  conflict: false,
  precondition_failed: false,
  limit_exceeded: true,
  upstream_unavailable: true,
  upstream_rejected: false,
  timeout: true,
  cancelled: false,
  internal: true,
};

interface CatalogueEntry {
  kind: ErrorKind;
  /** Safe to show; says what happened and what to do next. */
  message: string;
}

/** Every stable error code, its kind and its default public message. Codes are never renamed: clients match on them. */
export const errorCatalogue = {
  'input.invalid': {
    kind: 'invalid_input',
    message: 'The request is not valid. Check the fields that are named and send it again.',
  },
  'prompt.too_short': {
    kind: 'invalid_input',
    message:
      'Describe your idea in at least 3 characters, for example “AI scheduling tool for freelancers”.',
  },
  'prompt.too_long': {
    kind: 'invalid_input',
    message: 'That is more than 2,000 characters. Shorten the idea to its core and try again.',
  },
  'prompt.control_characters': {
    kind: 'invalid_input',
    message:
      'The idea contains invisible control characters. Remove them, or type the sentence again, and retry.',
  },
  'request.too_large': {
    kind: 'invalid_input',
    message: 'The request is larger than this server accepts. Send less and try again.',
  },
  'request.malformed': {
    kind: 'invalid_input',
    message: 'The request body is not valid JSON. Correct it and send it again.',
  },
  'auth.required': {
    kind: 'unauthenticated',
    message: 'This needs a session. Allow cookies for this site, reload, and try again.',
  },
  'auth.forbidden': {
    kind: 'forbidden',
    message: 'Your account may not do this. Sign in with an account that may.',
  },
  'auth.cross_origin': {
    kind: 'forbidden',
    message:
      'Requests that change something must come from this site. Open Hatchr directly and try again.',
  },
  'route.not_found': {
    kind: 'not_found',
    message: 'There is nothing at this address. The API is described at /api/docs.',
  },
  'job.not_found': {
    kind: 'not_found',
    message:
      'There is no such job, or it belongs to someone else. Open your projects to find yours.',
  },
  'job.illegal_transition': {
    kind: 'conflict',
    message: 'The job is no longer in a state that allows this. Reload to see how it stands.',
  },
  'job.not_retryable': {
    kind: 'conflict',
    message: 'Only a failed or cancelled job can be retried. Reload to see how this one stands.',
  },
  'job.cancelled': {
    kind: 'cancelled',
    message: 'The job was cancelled. Retry it to go on where it stopped.',
  },
  'job.too_many_active': {
    kind: 'limit_exceeded',
    message:
      'You already have several jobs running. Wait for one to finish, or cancel one, and try again.',
  },
  'job.lease_lost': {
    kind: 'conflict',
    message: 'Another worker has taken this job over. Nothing is lost; it goes on there.',
  },
  'step.timeout': {
    kind: 'timeout',
    message:
      'A step took longer than its limit and was stopped. Retry the job to go on from that step.',
  },
  'step.output_invalid': {
    kind: 'internal',
    message:
      'A step produced a result that did not pass its own checks. Retry; if it happens again, report the job id.',
  },
  'project.not_found': {
    kind: 'not_found',
    message:
      'There is no such project, or it belongs to someone else. Open your projects to find yours.',
  },
  'project.regenerating': {
    kind: 'conflict',
    message:
      'A new revision of this project is being made already. Wait until it has ended, or cancel it, and try again.',
  },
  'project.too_many_revisions': {
    kind: 'precondition_failed',
    message:
      'The project has as many revisions as are kept. Hatch the idea again to start with a fresh project.',
  },
  'revision.not_found': {
    kind: 'not_found',
    message: 'The project has no such revision. Open its list of revisions and choose one.',
  },
  'artifact.not_found': {
    kind: 'not_found',
    message: 'The project has no such file. Reload the project and choose one from its list.',
  },
  'artifact.corrupt': {
    kind: 'internal',
    message:
      'A stored file does not match its recorded hash, so it was not served. Retry the job to make it again.',
  },
  'range.not_satisfiable': {
    kind: 'invalid_input',
    message: 'The requested range lies outside the file. Start the download again.',
  },
  'verification.failed': {
    kind: 'internal',
    message:
      'The generated app did not pass its checks, so it was not shipped. Everything is kept: retry the job.',
  },
  'packaging.unsafe_path': {
    kind: 'internal',
    message: 'A generated file had an unsafe path, so nothing was packaged. Retry the job.',
  },
  'launch_kit.failed': {
    kind: 'internal',
    message: 'The launch kit could not be rendered. Retry the job to go on from that step.',
  },
  'proof.log_broken': {
    kind: 'internal',
    message:
      'The local transparency log does not verify, so nothing was added to it. Tell the operator of this instance.',
  },
  'provider.key_refused': {
    kind: 'upstream_rejected',
    message:
      'An outside service did not accept its key. Tell the operator of this instance to check it.',
  },
  'provider.rate_limited': {
    kind: 'limit_exceeded',
    message: 'An outside service takes no more requests for now. Wait a few minutes and try again.',
  },
  'provider.gone': {
    kind: 'upstream_rejected',
    message:
      'An outside service no longer offers what was asked of it. Go on without it; the rest works.',
  },
  'provider.rejected': {
    kind: 'upstream_rejected',
    message: 'An outside service refused the request. Go on without it, or try again later.',
  },
  'provider.unavailable': {
    kind: 'upstream_unavailable',
    message: 'An outside service does not answer at the moment. Wait a few minutes and try again.',
  },
  'model.budget_spent': {
    kind: 'precondition_failed',
    message:
      'The budget for language models is spent, so the rest was made without one. The operator can raise it, or wait for tomorrow.',
  },
  'model.keys_unavailable': {
    kind: 'precondition_failed',
    message: 'This instance keeps no keys of its users, so none was stored.',
  },
  'model.unknown': {
    kind: 'precondition_failed',
    message:
      'The provider does not offer the configured model, so the rest was made without one. The operator has to correct its name.',
  },
  'model.quota_exhausted': {
    kind: 'precondition_failed',
    message:
      'The account at the provider of the language model has no credit left. Whoever owns the key has to add some.',
  },
  'model.refused': {
    kind: 'upstream_rejected',
    message: 'The language model declined to answer, so this part was made without one.',
  },
  'model.answer_cut': {
    kind: 'upstream_rejected',
    message:
      'The answer of the language model was longer than its limit and came cut, so this part was made without one.',
  },
  'model.answer_invalid': {
    kind: 'upstream_rejected',
    message:
      'The language model did not answer in the form that was asked for, so this part was made without one.',
  },
  'identity.unavailable': {
    kind: 'precondition_failed',
    message:
      'No Concordium network is configured on this instance, so nobody can be verified. Jobs run all the same.',
  },
  'identity.refused': {
    kind: 'unauthenticated',
    message: 'That does not show that the account is yours. Start again and sign with your wallet.',
  },
  'identity.attribute_off': {
    kind: 'precondition_failed',
    message: 'This instance does not ask for that attribute. Nothing was shown.',
  },
  'identity.attribute_refused': {
    kind: 'unauthenticated',
    message:
      'That does not show what was asked. Start again and choose, in your wallet, the account that is linked here.',
  },
  'proof.not_found': {
    kind: 'not_found',
    message:
      'This instance has no record of this digest. Check that it is that of hatchr.manifest.json.',
  },
  'proof.no_account': {
    kind: 'precondition_failed',
    message:
      'No Concordium account is configured on this instance, so nothing can be anchored. Set CONCORDIUM_ACCOUNT_FILE.',
  },
  'proof.node_unavailable': {
    kind: 'upstream_unavailable',
    message:
      'The Concordium node does not answer. Nothing is lost: what was sent is asked for again as soon as it does.',
  },
  'proof.node_newer': {
    kind: 'upstream_unavailable',
    message:
      'The Concordium node answers with something newer than this version of Hatchr knows. It is asked again; an update of Hatchr reads it.',
  },
  'proof.network_stopped': {
    kind: 'upstream_unavailable',
    message:
      'The Concordium network has stopped for a protocol update. Proofs go on when the node has been updated.',
  },
  'proof.wrong_network': {
    kind: 'precondition_failed',
    message:
      'The Concordium node belongs to another network than the one configured, so nothing is sent. The operator has to correct the address or the network.',
  },
  'proof.insufficient_funds': {
    kind: 'precondition_failed',
    message:
      'The Concordium account cannot pay for the transaction. Proofs go on when the operator has added CCD.',
  },
  'proof.transaction_refused': {
    kind: 'upstream_rejected',
    message:
      'The Concordium node refuses the transaction at the moment. It is offered again until it expires, then signed anew.',
  },
  'proof.account_unknown': {
    kind: 'precondition_failed',
    message:
      'The Concordium network does not know the configured account. The operator has to give the export of an account of this network.',
  },
  'proof.account_needed': {
    kind: 'precondition_failed',
    message:
      'Show first with your Concordium wallet that an account is yours, on the home page. Then its keys can sign the proof.',
  },
  'proof.founder_pending': {
    kind: 'conflict',
    message:
      'A transaction of yours is on its way for this kit already. Wait until the page shows what became of it.',
  },
  'proof.founder_mismatch': {
    kind: 'upstream_rejected',
    message:
      'The transaction is of another account or registers something else, so it proves nothing about this kit. Anchor it again.',
  },
  'proof.founder_lost': {
    kind: 'upstream_rejected',
    message:
      'The chain has not taken the transaction, and no block can take it any more. Anchor it again; nothing was paid.',
  },
  'proof.not_sponsored': {
    kind: 'precondition_failed',
    message:
      'This instance does not pay for transactions of founders. Anchor the kit with CCD of your own account.',
  },
  'restyle.unavailable': {
    kind: 'precondition_failed',
    message:
      'Live restyling is not set up on this instance. The video of the kit is complete without it.',
  },
  'restyle.ended': {
    kind: 'not_found',
    message: 'The live session has ended. Start it again to go on.',
  },
  'deployment.unavailable': {
    kind: 'precondition_failed',
    message:
      'No deployment provider is configured. Download the ZIP and follow the deploy section of its README.',
  },
  'storage.full': {
    kind: 'upstream_unavailable',
    message:
      'The disk that holds Hatchr’s data is full. Free some space and retry; finished steps are kept.',
  },
  'storage.unavailable': {
    kind: 'upstream_unavailable',
    message:
      'The file storage cannot be written. Check the permissions of the data folder and retry.',
  },
  'database.unavailable': {
    kind: 'upstream_unavailable',
    message: 'The database does not answer at the moment. Wait a few seconds and try again.',
  },
  'frontend.unavailable': {
    kind: 'upstream_unavailable',
    message: 'The pages are still starting. Reload in a few seconds.',
  },
  'rate.limited': {
    kind: 'limit_exceeded',
    message: 'Too many requests in a short time. Wait a moment and try again.',
  },
  'internal.unexpected': {
    kind: 'internal',
    message: 'Something unexpected went wrong on our side. Try again; nothing you entered is lost.',
  },
} as const satisfies Record<string, CatalogueEntry>;

/** A stable, documented error code such as `job.not_found`. */
export type ErrorCode = keyof typeof errorCatalogue;
