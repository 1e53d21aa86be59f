type Report = (fraction: number, substep: string) => void;

/** The child's side of `runRenderProcess`: renders the one request that comes, says how far it is, and sends the end. */
export function serveRenderRequest(
  render: (request: never, report: Report) => Promise<object>,
): void {
  // Nobody is left to render for.
  process.once('disconnect', () => {
    process.exit();
  });
  process.once('message', (request) => {
    // Only the parent of this package sends, and it sends what this entry renders.
    render(request as never, (fraction, substep) => {
      process.send?.({ type: 'progress', fraction, substep });
    }).then(
      (done) => process.send?.(done),
      (error: unknown) => {
        process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`, () => {
          process.exit(1);
        });
      },
    );
  });
}
