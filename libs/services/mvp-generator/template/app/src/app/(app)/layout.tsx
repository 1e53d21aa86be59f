import type { ReactNode } from 'react';
import { signOutAction } from '../(auth)/actions';
import { Icon, type IconName } from '@/components/icon';
import { Logo } from '@/components/logo';
import { NavLink } from '@/components/nav-link';
import { ThemeToggle } from '@/components/theme-toggle';
import { Badge } from '@/components/ui/card';
import { entities } from '@/entities';
import { DEMO, requireUser } from '@/lib/auth';
import { isSupabase } from '@/lib/env';
import { product } from '@/product';

// Every page here shows the signed-in user's rows, so none is made at build time.
export const dynamic = 'force-dynamic';

const links: { href: string; label: string; icon: IconName }[] = [
  { href: '/dashboard', label: 'Dashboard', icon: 'layout-dashboard' },
  { href: product.feature.route, label: product.feature.name, icon: 'sparkles' },
  ...Object.values(entities).map((entity) => ({
    href: entity.route,
    label: entity.labelPlural,
    icon: entity.icon,
  })),
  { href: '/settings', label: 'Settings', icon: 'settings' },
];

export default async function AppLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const isDemo = !isSupabase && user.email === DEMO.email;
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-30 focus:m-3 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <aside className="flex flex-col border-b border-line bg-canvas lg:sticky lg:top-0 lg:h-dvh lg:border-r lg:border-b-0">
        <div className="flex h-14 items-center justify-between gap-2 px-4">
          <Logo href="/dashboard" />
          <div className="flex items-center gap-1">
            <ThemeToggle />
            <form action={signOutAction} className="lg:hidden">
              <button
                aria-label="Sign out"
                className="grid size-9 cursor-pointer place-items-center rounded-lg text-muted hover:bg-subtle hover:text-ink"
              >
                <Icon name="log-out" className="size-4" />
              </button>
            </form>
          </div>
        </div>
        <nav
          aria-label="Workspace"
          className="flex gap-0.5 overflow-x-auto px-3 pb-3 lg:min-h-0 lg:flex-1 lg:flex-col lg:overflow-y-auto lg:pt-1"
        >
          {links.map((link) => (
            <NavLink key={link.href} href={link.href}>
              <Icon name={link.icon} className="size-4 shrink-0" />
              <span className="truncate">{link.label}</span>
            </NavLink>
          ))}
        </nav>
        <div className="hidden items-center justify-between gap-2 border-t border-line p-3 lg:flex">
          <p className="min-w-0 truncate pl-1 text-[13px] text-muted">{user.email}</p>
          <form action={signOutAction}>
            <button
              aria-label="Sign out"
              className="grid size-8 cursor-pointer place-items-center rounded-lg text-muted hover:bg-subtle hover:text-ink"
            >
              <Icon name="log-out" className="size-4" />
            </button>
          </form>
        </div>
      </aside>
      <main id="content" className="min-w-0">
        {isDemo ? (
          <p className="flex flex-wrap items-center gap-2 border-b border-line bg-subtle px-4 py-2 text-[13px] text-muted sm:px-8">
            <Badge tone="brand">Demo</Badge>You are in the demo workspace. Its rows are samples;
            change them as you like.
          </p>
        ) : null}
        <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-8 sm:py-8">{children}</div>
      </main>
    </div>
  );
}
