import { parentPort, workerData } from 'node:worker_threads';
import { renderKit } from './render-kit.js';
import { type RenderMessage, type RenderRequest } from './render-request.js';

// Entry of the worker thread: the only place in which native packages are loaded.
const port = parentPort;
if (port) {
  const send = (message: RenderMessage): void => {
    port.postMessage(message);
  };
  const done = await renderKit(workerData as RenderRequest, (fraction, substep) => {
    send({ type: 'progress', fraction, substep });
  });
  send(done);
}
