import { buildAppModel } from '../model/app-model.js';
import { failed, passed, type GateVerdict, type SlotGateInput } from './gate.js';
import { startApp, StartFailure, type RunningApp } from './start-app.js';
import { visitApp } from './visit-app.js';

// How Next.js begins the line of an error that nothing caught; some of them leave no trace in the page.
const serverError = /^\s*⨯ .*/mu;

async function visit(
  input: SlotGateInput,
  app: RunningApp,
  signal: AbortSignal,
): Promise<GateVerdict> {
  const report = await visitApp(app.base, buildAppModel(input.spec), input.files, signal);
  const error = serverError.exec(app.output())?.[0];
  const problems = [
    ...report.problems.slice(0, 10),
    ...(error === undefined ? [] : [`The server logged an error: ${error.trim()}`]),
  ];
  return problems.length > 0
    ? failed(`${problems.join('\n')}\nThe end of the server's log:\n${app.output()}`)
    : passed(
        `${String(report.pages)} pages answered; a new account signed up, added, changed and deleted ${String(report.rows)} kinds of rows, signed out and in again, and nothing of it showed to others.`,
      );
}

/**
 * Starts the built app on a port of its own with an empty database and uses it as people do. It is stopped again, or
 * where it passed handed to `keep`.
 */
export async function smokeApp(input: SlotGateInput): Promise<GateVerdict> {
  const signal = AbortSignal.any([input.signal, AbortSignal.timeout(input.timeoutMs)]);
  let app: RunningApp | undefined;
  try {
    app = await startApp({ slot: input.slot, kitFolder: input.kitFolder, signal });
    const verdict = await visit(input, app, signal);
    if (verdict.passed && input.keep) {
      input.keep(app);
      app = undefined;
    }
    return verdict;
  } catch (error) {
    input.signal.throwIfAborted();
    if (error instanceof StartFailure) return failed(error.message);
    const reason = signal.aborted ? 'The app did not answer in time.' : String(error);
    return failed(`${reason}\n${app?.output() ?? ''}`);
  } finally {
    await app?.stop();
  }
}
