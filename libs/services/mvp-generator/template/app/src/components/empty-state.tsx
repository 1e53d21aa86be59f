import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icon';

export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <span className="grid size-10 place-items-center rounded-lg border border-line bg-subtle text-muted">
        <Icon name={icon} className="size-5" />
      </span>
      <p className="mt-4 text-sm font-medium">{title}</p>
      <p className="mt-1 max-w-sm text-sm text-muted">{text}</p>
      {children ? <div className="mt-4">{children}</div> : null}
    </div>
  );
}
