import { type AppRouter, AppError, type ErrorCode, type JobUpdate } from '@hatchr/contracts';
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';

type Answer = (input: never) => unknown;

/** What the stream of `jobs.watch` does, in the hands of a test. */
export interface FakeStream {
  send: (update: JobUpdate) => void;
  /** The connection drops; the browser tries again. */
  drop: () => void;
  isOpen: () => boolean;
}

export interface FakeApi {
  links: TRPCLink<AppRouter>[];
  /** Every call so far: path and input, in order. */
  calls: { path: string; input: unknown }[];
  stream: FakeStream;
}

const noAnswer = (): TRPCClientError<AppRouter> =>
  TRPCClientError.from<AppRouter>(new TypeError('Failed to fetch'));

/** The error that the API sends for a code, as the client sees it. */
export function refusal(code: ErrorCode): TRPCClientError<AppRouter> {
  const appError = new AppError(code).toPublic();
  return TRPCClientError.from<AppRouter>({
    error: { message: appError.message, code: -32000, data: { appError } },
  } as never);
}

/** An API of plain functions by path; a path without one does not answer, as if the server were down. */
export function createFakeApi(answers: Record<string, Answer>): FakeApi {
  const calls: FakeApi['calls'] = [];
  type Observer = Parameters<Parameters<typeof observable>[0]>[0];
  let open: Observer | null = null;
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op }) =>
      observable((observer) => {
        if (op.type === 'subscription') {
          open = observer as Observer;
          observer.next({ result: { type: 'started' } });
          return () => {
            open = null;
          };
        }
        calls.push({ path: op.path, input: op.input });
        void Promise.resolve()
          .then(() => {
            const answer = answers[op.path];
            if (!answer) throw noAnswer();
            return answer(op.input as never);
          })
          .then(
            (data) => {
              observer.next({ result: { type: 'data', data } });
              observer.complete();
            },
            (error: unknown) => {
              observer.error(
                error instanceof TRPCClientError
                  ? (error as TRPCClientError<AppRouter>)
                  : noAnswer(),
              );
            },
          );
        return undefined;
      });
  const send = (value: unknown): void => {
    open?.next(value);
  };
  return {
    links: [link],
    calls,
    stream: {
      send: (update) => {
        const id = String(update.event.seq);
        send({ result: { type: 'data', id, data: { id, data: update } } });
      },
      drop: () => {
        send({ result: { type: 'state', state: 'connecting', error: noAnswer() } });
      },
      isOpen: () => open !== null,
    },
  };
}
