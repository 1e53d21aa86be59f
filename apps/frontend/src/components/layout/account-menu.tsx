'use client';
import { CircleUser, LogIn, LogOut, Settings } from 'lucide-react';
import Link from 'next/link';
import { toast } from 'sonner';
import { signOut } from '@/features/account/auth-client';
import { toShownError } from '@/lib/public-error';
import { trpc } from '@/lib/trpc';
import { Button } from '../ui/button';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '../ui/dropdown-menu';

/** Who is here: a guest is offered sign-in, everyone else sign-out. */
export function AccountMenu() {
  const account = trpc.account.me.useQuery(undefined, { staleTime: 60_000 });
  const person = account.data && !account.data.isGuest ? account.data : null;
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="Account">
          {person ? (
            <span
              aria-hidden
              className="grid size-6 place-items-center rounded-full bg-shell-fill text-xs font-semibold text-[oklch(0.2_0.014_220)]"
            >
              {Array.from(person.name)[0]?.toUpperCase()}
            </span>
          ) : (
            <CircleUser aria-hidden />
          )}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent className="w-64">
        {person ? (
          <SignedIn name={person.name} email={person.email ?? ''} />
        ) : (
          <Guest error={account.error ? toShownError(account.error).message : null} />
        )}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Guest({ error }: { error: string | null }) {
  return (
    <>
      <DropdownMenuLabel>
        <span className="font-medium">You are a guest</span>
        <span className="mt-0.5 block text-[13px] text-ink-soft">
          {error ??
            'Your work is tied to this browser. Create an account to reach it from anywhere; it comes along.'}
        </span>
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      <DropdownMenuItem asChild>
        <Link href="/signin">
          <LogIn aria-hidden />
          Sign in or create account
        </Link>
      </DropdownMenuItem>
      <SettingsItem />
    </>
  );
}

function SignedIn({ name, email }: { name: string; email: string }) {
  const leave = async (): Promise<void> => {
    try {
      await signOut();
      // A full load drops every cached answer of the account that has just left.
      window.location.assign('/');
    } catch (error) {
      toast.error(error instanceof Error ? error.message : 'Signing out did not work.');
    }
  };
  return (
    <>
      <DropdownMenuLabel>
        <span className="block truncate font-medium" dir="auto">
          {name}
        </span>
        <span className="block truncate text-[13px] text-ink-soft">{email}</span>
      </DropdownMenuLabel>
      <DropdownMenuSeparator />
      <SettingsItem />
      <DropdownMenuItem onSelect={() => void leave()}>
        <LogOut aria-hidden />
        Sign out
      </DropdownMenuItem>
    </>
  );
}

function SettingsItem() {
  return (
    <DropdownMenuItem asChild>
      <Link href="/settings">
        <Settings aria-hidden />
        Settings
      </Link>
    </DropdownMenuItem>
  );
}
