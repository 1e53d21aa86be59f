'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cn } from '@/lib/class-names';
import { Logo } from '../brand/logo';
import { AccountMenu } from './account-menu';
import { ThemeSwitch } from './theme-switch';

const pages = [
  { href: '/projects', label: 'Projects' },
  { href: '/verify', label: 'Verify' },
] as const;

const linkStyle =
  'rounded-md px-2 py-1.5 text-sm text-ink-soft transition-colors hover:text-ink sm:px-3 aria-[current=page]:text-ink aria-[current=page]:font-medium';

export function SiteHeader() {
  const path = usePathname();
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-paper/85 backdrop-blur-md">
      <div className="mx-auto flex h-14 max-w-6xl items-center gap-1 px-4 sm:gap-2 sm:px-6">
        <Link href="/" className="me-1 flex rounded-md sm:me-4" aria-label="Hatchr, home">
          <Logo />
        </Link>
        <nav aria-label="Main" className="flex items-center">
          {pages.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              className={linkStyle}
              aria-current={path === href ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
          {/* The API docs are the backend's page: a plain link, not a client navigation. */}
          <a href="/api/docs" className={cn(linkStyle, 'hidden sm:block')}>
            API docs
          </a>
        </nav>
        <div className="ms-auto flex items-center">
          <ThemeSwitch />
          <AccountMenu />
        </div>
      </div>
    </header>
  );
}
