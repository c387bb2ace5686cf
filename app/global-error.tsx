'use client';
import './globals.css';

/** The last resort, when the frame of all pages fails: no provider, no link that needs one. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-8 text-center">
          <title>Headwater</title>
          <h1 className="text-xl font-semibold">Headwater could not be shown</h1>
          <p className="text-fg-2">The workspace is unchanged. A running import goes on at the server.</p>
          <button
            type="button"
            onClick={reset}
            className="h-8 rounded-control bg-accent px-3 font-semibold text-on-accent hover:bg-accent-hover"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
