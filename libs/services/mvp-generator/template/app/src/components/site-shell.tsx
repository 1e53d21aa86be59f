import Link from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { ThemeToggle } from '@/components/theme-toggle';
import { buttonClass } from '@/components/ui/button';
import { product } from '@/product';
import { publicPage } from '@/public-page';

export function SiteShell({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col bg-canvas">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:m-3 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="sticky top-0 z-20 border-b border-line bg-canvas/85 px-4 backdrop-blur sm:px-6">
        <div className="mx-auto flex h-14 w-full max-w-6xl items-center justify-between gap-4">
          <Logo />
          <nav className="flex items-center gap-1" aria-label="Main">
            {publicPage ? (
              <Link
                href={publicPage.route}
                className={buttonClass('ghost', 'md', 'hidden max-w-56 md:inline-flex')}
              >
                <span className="truncate">{publicPage.title}</span>
              </Link>
            ) : null}
            <Link href="/pricing" className={buttonClass('ghost', 'md', 'hidden sm:inline-flex')}>
              Pricing
            </Link>
            <ThemeToggle />
            <Link href="/login" className={buttonClass('ghost')}>
              Sign in
            </Link>
            <Link href="/signup" className={buttonClass('primary', 'md', 'hidden sm:inline-flex')}>
              Get started
            </Link>
          </nav>
        </div>
      </header>
      <main id="content" className="flex-1">
        {children}
      </main>
      <footer className="border-t border-line px-4 sm:px-6">
        <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center justify-between gap-x-8 gap-y-3 py-8 text-sm text-muted">
          <p className="min-w-0 break-words">
            <span className="font-medium text-ink">{product.name}</span> · {product.category}
          </p>
          <nav className="flex flex-wrap gap-x-5 gap-y-2" aria-label="Footer">
            {publicPage ? (
              <Link href={publicPage.route} className="hover:text-ink">
                {publicPage.title}
              </Link>
            ) : null}
            <Link href="/pricing" className="hover:text-ink">
              Pricing
            </Link>
            <Link href="/login" className="hover:text-ink">
              Sign in
            </Link>
            <Link href="/signup" className="hover:text-ink">
              Create an account
            </Link>
            <Link href="/privacy" className="hover:text-ink">
              Privacy
            </Link>
            <Link href="/terms" className="hover:text-ink">
              Terms
            </Link>
          </nav>
        </div>
      </footer>
    </div>
  );
}
