import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { Providers } from '@/components/providers';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Hatchr: one sentence in, a startup kit out', template: '%s · Hatchr' },
  description:
    'Describe a startup in one sentence. Hatchr finds its competitors, builds a working web app with tests, and packs the launch kit into one ZIP.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9fcfc' },
    { media: '(prefers-color-scheme: dark)', color: '#0d1113' },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // next-themes writes the theme's class before the first paint, which React must not undo.
    <html lang="en" suppressHydrationWarning>
      <body>
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-action px-4 py-2 text-sm text-on-action focus:not-sr-only focus:fixed focus:start-4 focus:top-3"
        >
          Skip to content
        </a>
        <Providers>
          <SiteHeader />
          {/* The footer starts below the first screen, so it cannot jump when a page has loaded. */}
          <div className="min-h-[calc(100dvh-3.5rem)]">{children}</div>
          <SiteFooter />
        </Providers>
      </body>
    </html>
  );
}
