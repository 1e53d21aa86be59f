import { initTRPC, tracked, TRPCError } from '@trpc/server';
import { z, ZodError } from 'zod';
import {
  accountSchema,
  attributeAnswerSchema,
  attributeInputSchema,
  attributeRequestSchema,
  identityAnswerSchema,
  identityRequestInputSchema,
  identityRequestSchema,
} from '../account/account.schema.js';
import { AppError, type PublicError } from '../errors/app-error.js';
import { errorCatalogue, trpcCodeOfKind, type ErrorCode } from '../errors/error-catalogue.js';
import {
  generateInputSchema,
  generateOutputSchema,
  jobIdInputSchema,
  jobPageSchema,
  jobSchema,
  pageInputSchema,
} from '../jobs/job.schema.js';
import {
  modelSettingsSchema,
  removeModelKeyInputSchema,
  setModelKeyInputSchema,
} from '../models/model-settings.schema.js';
import {
  artifactSchema,
  projectFileInputSchema,
  projectFileSchema,
  projectIdInputSchema,
  projectPageSchema,
  projectSchema,
  shareInputSchema,
} from '../projects/project.schema.js';
import { proofDocumentSchema } from '../proofs/proof-document.js';
import {
  digestSchema,
  founderAnchorInputSchema,
  founderAnchorReportSchema,
  founderAnchorRequestSchema,
  proofSchema,
  proofVerificationSchema,
  verifyPresentedInputSchema,
} from '../proofs/proof.schema.js';
import {
  compareFileInputSchema,
  compareInputSchema,
  comparisonSchema,
  draftSpecInputSchema,
  draftSpecSchema,
  fileComparisonSchema,
  regenerateInputSchema,
  restoreInputSchema,
  revisionSchema,
} from '../revisions/revision.schema.js';
import {
  restyleAboutSchema,
  restyleAnswerSchema,
  restyleChangeInputSchema,
  restyleSessionInputSchema,
  restyleStartedSchema,
  restyleStartInputSchema,
  restyleWatchInputSchema,
} from '../restyle/restyle.schema.js';
import { instanceSchema } from '../instance/instance.schema.js';
import type { Caller, HatchrApi } from './hatchr-api.js';

/** What each call carries. `caller` is null only where a guest session could not be made. */
export interface ApiContext {
  api: HatchrApi;
  caller: Caller | null;
}

const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text);

/**
 * The public face of whatever was thrown. A schema may name an error code as its message (prompt.schema.ts
 * does); any other violation is `input.invalid` with the fields that are wrong.
 */
export function toPublicError(error: TRPCError): PublicError {
  const cause = error.cause;
  if (cause instanceof AppError) return cause.toPublic();
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError)
    return fromZodError(cause).toPublic();
  // tRPC itself found the body unreadable.
  if (error.code === 'BAD_REQUEST' && cause) return new AppError('request.malformed').toPublic();
  if (error.code === 'NOT_FOUND') return new AppError('route.not_found').toPublic();
  if (error.code === 'PAYLOAD_TOO_LARGE') return new AppError('request.too_large').toPublic();
  if (error.code === 'PARSE_ERROR') return new AppError('request.malformed').toPublic();
  if (error.code === 'UNAUTHORIZED') return new AppError('auth.required').toPublic();
  if (error.code !== 'INTERNAL_SERVER_ERROR')
    return new AppError('input.invalid', { message: error.message }).toPublic();
  return new AppError('internal.unexpected').toPublic();
}

/** A schema violation as an AppError: its own code where the schema names one, `input.invalid` otherwise. */
export function fromZodError(error: ZodError): AppError {
  const named = error.issues.find((issue) => isErrorCode(issue.message));
  if (named && isErrorCode(named.message)) return new AppError(named.message, { cause: error });
  const issues = error.issues
    .slice(0, 10)
    .map((issue) => ({ field: issue.path.join('.'), message: issue.message }));
  return new AppError('input.invalid', { details: { issues }, cause: error });
}

/**
 * The whole API over the interfaces that the backend implements: input, output and one line that delegates.
 * It knows no Nest and no database, so the frontend imports its type only.
 */
export function createAppRouter() {
  const t = initTRPC.context<ApiContext>().create({
    errorFormatter: ({ shape, error }) => {
      const appError = toPublicError(error);
      // The stack would show paths of the server.
      const { stack: _stack, ...data } = shape.data;
      return { ...shape, message: appError.message, data: { ...data, appError } };
    },
    // Pings keep proxies from closing a quiet stream; a silent client is dropped and resumes by seq.
    sse: {
      ping: { enabled: true, intervalMs: 5_000 },
      client: { reconnectAfterInactivityMs: 20_000 },
    },
  });

  const translateErrors = t.middleware(async ({ next }) => {
    const result = await next();
    if (!result.ok && result.error.cause instanceof AppError) {
      const appError = result.error.cause;
      throw new TRPCError({
        code: trpcCodeOfKind[appError.kind],
        message: appError.message,
        cause: appError,
      });
    }
    return result;
  });
  const openToAll = t.procedure.use(translateErrors);
  const withCaller = openToAll.use(({ ctx, next }) => {
    if (!ctx.caller) throw new AppError('auth.required');
    return next({ ctx: { api: ctx.api, caller: ctx.caller } });
  });

  return t.router({
    generate: withCaller
      .input(generateInputSchema)
      .output(generateOutputSchema)
      .mutation(({ ctx, input }) => ctx.api.generation.generate(ctx.caller, input)),
    status: withCaller
      .input(jobIdInputSchema)
      .output(jobSchema)
      .query(({ ctx, input }) => ctx.api.generation.status(ctx.caller, input.jobId)),
    project: withCaller
      .input(projectIdInputSchema)
      .output(projectSchema)
      .query(({ ctx, input }) => ctx.api.projects.project(ctx.caller, input)),
    jobs: t.router({
      watch: withCaller
        // `lastEventId` is sent by the client when it reconnects, so nothing is missed.
        .input(
          jobIdInputSchema.extend({
            lastEventId: z
              .string()
              .regex(/^\d{1,9}$/)
              .nullish(),
          }),
        )
        .subscription(async function* ({ ctx, input, signal }) {
          const updates = ctx.api.generation.watch(
            ctx.caller,
            input.jobId,
            Number(input.lastEventId ?? 0),
            signal ?? new AbortController().signal,
          );
          for await (const update of updates) yield tracked(String(update.event.seq), update);
        }),
      list: withCaller
        .input(pageInputSchema)
        .output(jobPageSchema)
        .query(({ ctx, input }) => ctx.api.generation.list(ctx.caller, input)),
      cancel: withCaller
        .input(jobIdInputSchema)
        .output(jobSchema)
        .mutation(({ ctx, input }) => ctx.api.generation.cancel(ctx.caller, input.jobId)),
      retry: withCaller
        .input(jobIdInputSchema)
        .output(jobSchema)
        .mutation(({ ctx, input }) => ctx.api.generation.retry(ctx.caller, input.jobId)),
    }),
    projects: t.router({
      list: withCaller
        .input(pageInputSchema)
        .output(projectPageSchema)
        .query(({ ctx, input }) => ctx.api.projects.list(ctx.caller, input)),
      files: withCaller
        .input(projectIdInputSchema)
        .output(z.array(artifactSchema))
        .query(({ ctx, input }) => ctx.api.projects.files(ctx.caller, input)),
      file: withCaller
        .input(projectFileInputSchema)
        .output(projectFileSchema)
        .query(({ ctx, input }) => ctx.api.projects.file(ctx.caller, input)),
      delete: withCaller
        .input(z.object({ projectId: z.uuid() }))
        .mutation(({ ctx, input }) => ctx.api.projects.delete(ctx.caller, input.projectId)),
      share: withCaller
        .input(shareInputSchema)
        .output(projectSchema)
        .mutation(({ ctx, input }) => ctx.api.projects.share(ctx.caller, input)),
      regenerate: withCaller
        .input(regenerateInputSchema)
        .output(generateOutputSchema)
        .mutation(({ ctx, input }) => ctx.api.generation.regenerate(ctx.caller, input)),
      revisions: withCaller
        .input(z.object({ projectId: z.uuid() }))
        .output(z.array(revisionSchema))
        .query(({ ctx, input }) => ctx.api.revisions.list(ctx.caller, input.projectId)),
      compare: withCaller
        .input(compareInputSchema)
        .output(comparisonSchema)
        .query(({ ctx, input }) => ctx.api.revisions.compare(ctx.caller, input)),
      compareFile: withCaller
        .input(compareFileInputSchema)
        .output(fileComparisonSchema)
        .query(({ ctx, input }) => ctx.api.revisions.compareFile(ctx.caller, input)),
      restore: withCaller
        .input(restoreInputSchema)
        .output(projectSchema)
        .mutation(({ ctx, input }) => ctx.api.revisions.restore(ctx.caller, input)),
      // Changes nothing, but a specification is too long for the address of a query.
      draftSpec: withCaller
        .input(draftSpecInputSchema)
        .output(draftSpecSchema)
        .mutation(({ ctx, input }) => ctx.api.revisions.draft(ctx.caller, input)),
    }),
    restyle: t.router({
      about: openToAll.output(restyleAboutSchema).query(({ ctx }) => ctx.api.restyle.about()),
      start: withCaller
        .input(restyleStartInputSchema)
        .output(restyleStartedSchema)
        .mutation(({ ctx, input }) => ctx.api.restyle.start(ctx.caller, input)),
      watch: withCaller
        .input(restyleWatchInputSchema)
        .output(restyleAnswerSchema)
        .mutation(({ ctx, input }) => ctx.api.restyle.watch(ctx.caller, input)),
      change: withCaller
        .input(restyleChangeInputSchema)
        .mutation(({ ctx, input }) => ctx.api.restyle.change(ctx.caller, input)),
      stop: withCaller
        .input(restyleSessionInputSchema)
        .mutation(({ ctx, input }) => ctx.api.restyle.stop(ctx.caller, input.sessionId)),
    }),
    proofs: t.router({
      find: openToAll
        .input(z.object({ digest: digestSchema }))
        .output(proofSchema.nullable())
        .query(({ ctx, input }) => ctx.api.proofs.find(input.digest)),
      verify: openToAll
        .input(z.object({ digest: digestSchema }))
        .output(proofVerificationSchema)
        .query(({ ctx, input }) => ctx.api.proofs.verify(input.digest)),
      // Changes nothing, but a proof is too long for the address of a query.
      verifyPresented: openToAll
        .input(verifyPresentedInputSchema)
        .output(proofVerificationSchema)
        .mutation(({ ctx, input }) => ctx.api.proofs.verifyPresented(input)),
      document: openToAll
        .input(z.object({ digest: digestSchema }))
        .output(proofDocumentSchema.nullable())
        .query(({ ctx, input }) => ctx.api.proofs.document(input.digest)),
      prepareFounder: withCaller
        .input(founderAnchorInputSchema)
        .output(founderAnchorRequestSchema)
        .mutation(({ ctx, input }) => ctx.api.founderAnchors.prepare(ctx.caller, input)),
      reportFounder: withCaller
        .input(founderAnchorReportSchema)
        .output(proofSchema)
        .mutation(({ ctx, input }) => ctx.api.founderAnchors.report(ctx.caller, input)),
    }),
    models: t.router({
      settings: withCaller
        .output(modelSettingsSchema)
        .query(({ ctx }) => ctx.api.models.settings(ctx.caller)),
      setKey: withCaller
        .input(setModelKeyInputSchema)
        .output(modelSettingsSchema)
        .mutation(({ ctx, input }) => ctx.api.models.setKey(ctx.caller, input)),
      removeKey: withCaller
        .input(removeModelKeyInputSchema)
        .output(modelSettingsSchema)
        .mutation(({ ctx, input }) => ctx.api.models.removeKey(ctx.caller, input)),
    }),
    instance: t.router({
      about: openToAll.output(instanceSchema).query(({ ctx }) => ctx.api.instance.about()),
    }),
    account: t.router({
      me: withCaller.output(accountSchema).query(({ ctx }) => ctx.api.account.me(ctx.caller)),
      startVerification: withCaller
        .input(identityRequestInputSchema)
        .output(identityRequestSchema)
        .mutation(({ ctx, input }) => ctx.api.account.startVerification(ctx.caller, input)),
      verify: withCaller
        .input(identityAnswerSchema)
        .output(accountSchema)
        .mutation(({ ctx, input }) => ctx.api.account.verify(ctx.caller, input)),
      unlink: withCaller
        .output(accountSchema)
        .mutation(({ ctx }) => ctx.api.account.unlink(ctx.caller)),
      startAttribute: withCaller
        .input(attributeInputSchema)
        .output(attributeRequestSchema)
        .mutation(({ ctx, input }) => ctx.api.account.startAttribute(ctx.caller, input)),
      showAttribute: withCaller
        .input(attributeAnswerSchema)
        .output(accountSchema)
        .mutation(({ ctx, input }) => ctx.api.account.showAttribute(ctx.caller, input)),
      removeAttribute: withCaller
        .input(attributeInputSchema)
        .output(accountSchema)
        .mutation(({ ctx, input }) => ctx.api.account.removeAttribute(ctx.caller, input)),
    }),
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;
