import Link from 'next/link';
import { Icon } from '@/components/icon';
import { product } from '@/product';

export function Logo({ href = '/' }: { href?: string }) {
  return (
    <Link
      href={href}
      className="flex min-w-0 items-center gap-2 text-[15px] font-semibold tracking-tight"
    >
      <span className="grid size-7 shrink-0 place-items-center rounded-lg bg-brand text-on-brand">
        <Icon name={product.icon} className="size-4" />
      </span>
      <span className="truncate">{product.name}</span>
    </Link>
  );
}
