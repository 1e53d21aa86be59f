'use client';
import './globals.css';

/** The last resort, when even the layout cannot be drawn: it uses nothing but itself and the tokens. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-md px-6 py-32 text-center" role="alert">
          <title>Hatchr broke</title>
          <h1 className="text-2xl font-semibold tracking-tight">Hatchr could not be shown</h1>
          <p className="mt-3 text-ink-soft">
            The fault is ours. Your jobs go on, and nothing you typed is lost.
          </p>
          <button
            type="button"
            onClick={reset}
            className="mt-8 h-11 rounded-md bg-action px-5 font-medium text-on-action"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
