import { renderKit } from './render-kit.js';
import { type RenderMessage, type RenderRequest } from './render-request.js';

// Entry of the rendering process: the only place in which native packages are loaded.
const send = (message: RenderMessage): void => {
  process.send?.(message);
};

// Nobody is left to render for.
process.once('disconnect', () => {
  process.exit();
});

process.once('message', (request: RenderRequest) => {
  renderKit(request, (fraction, substep) => {
    send({ type: 'progress', fraction, substep });
  }).then(send, (error: unknown) => {
    process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`, () => {
      process.exit(1);
    });
  });
});
