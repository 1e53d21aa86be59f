import type { ReactNode } from 'react';
import { Logo } from '@/components/logo';
import { ThemeToggle } from '@/components/theme-toggle';
import { Card } from '@/components/ui/card';

export function AuthShell({
  title,
  text,
  children,
  footer,
}: {
  title: string;
  text: string;
  children: ReactNode;
  footer: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col bg-subtle">
      <header className="flex items-center justify-between p-4 sm:px-6">
        <Logo />
        <ThemeToggle />
      </header>
      <main className="grid flex-1 place-items-center px-4 pt-6 pb-20">
        <div className="w-full max-w-sm">
          <Card className="p-6">
            <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
            <p className="mt-1 mb-5 text-sm text-muted">{text}</p>
            {children}
          </Card>
          <div className="mt-5 text-center text-sm text-muted">{footer}</div>
        </div>
      </main>
    </div>
  );
}
