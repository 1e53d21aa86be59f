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

const lists = Object.values(entities).map((entity) => ({
  href: entity.route,
  label: entity.labelPlural,
  icon: entity.icon as IconName,
  isMain: entity.key === product.feature.entity,
}));
const links: { href: string; label: string; icon: IconName }[] = [
  { href: '/dashboard', label: 'Dashboard', icon: 'layout-dashboard' },
  { href: product.feature.route, label: product.feature.name, icon: 'sparkles' },
  ...lists,
  { href: '/settings', label: 'Settings', icon: 'settings' },
];
// A thumb reaches five places at the foot of a phone; the rest is behind the last of them.
const tabs = [links[0]!, ...lists.filter(({ isMain }) => isMain), links[1]!];

function SignOut({ className }: { className?: string }) {
  return (
    <form action={signOutAction} className={className}>
      <button
        type="submit"
        aria-label="Sign out"
        className="grid size-9 cursor-pointer place-items-center rounded-lg text-muted hover:bg-subtle hover:text-ink"
      >
        <Icon name="log-out" className="size-4" />
      </button>
    </form>
  );
}

function SideLinks() {
  return links.map((link) => (
    <NavLink key={link.href} href={link.href}>
      <Icon name={link.icon} className="size-4 shrink-0" />
      <span className="truncate">{link.label}</span>
    </NavLink>
  ));
}

/** The foot of a phone: three places and a sheet with all of them. It opens without JavaScript. */
function TabBar() {
  return (
    <nav
      aria-label="Workspace, short"
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-4 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {tabs.map((tab) => (
        <NavLink key={tab.href} href={tab.href} shape="tab">
          <Icon name={tab.icon} className="size-5" />
          <span className="max-w-full truncate">{tab.label}</span>
        </NavLink>
      ))}
      <details className="group">
        <summary className="flex h-14 cursor-pointer list-none flex-col items-center justify-center gap-1 text-[11px] font-medium text-muted group-open:text-brand-text">
          <Icon name="menu" className="size-5" />
          More
        </summary>
        <div className="absolute inset-x-2 bottom-full mb-2 grid max-h-[70dvh] gap-0.5 overflow-y-auto rounded-xl border border-line bg-surface p-2 shadow-xl">
          <SideLinks />
        </div>
      </details>
    </nav>
  );
}

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
            <SignOut className="lg:hidden" />
          </div>
        </div>
        <nav
          aria-label="Workspace"
          className="hidden min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto px-3 pt-1 pb-3 lg:flex"
        >
          <SideLinks />
        </nav>
        <div className="hidden items-center justify-between gap-2 border-t border-line p-3 lg:flex">
          <p className="min-w-0 truncate pl-1 text-[13px] text-muted">{user.email}</p>
          <SignOut />
        </div>
      </aside>
      <TabBar />
      <main id="content" className="min-w-0 pb-16 lg:pb-0">
        {isDemo ? (
          <p className="flex flex-wrap items-center gap-2 border-b border-line bg-subtle px-4 py-2 text-[13px] text-muted sm:px-8">
            <Badge tone="brand">Demo</Badge>All rows here are samples. Change what you like.
          </p>
        ) : null}
        <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-8 sm:py-8">{children}</div>
      </main>
    </div>
  );
}
