'use client';
import { useRouter } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { TextField } from '@/components/ui/text-field';
import { trpc } from '@/lib/trpc';
import { AuthError, signIn, signUp } from './auth-client';

/** better-auth's default lower limit. */
const minPasswordLength = 8;

export function SignInForm() {
  return (
    <Tabs defaultValue="sign-in">
      <TabsList aria-label="Sign in or create an account">
        <TabsTrigger value="sign-in" className="flex-1 justify-center">
          Sign in
        </TabsTrigger>
        <TabsTrigger value="sign-up" className="flex-1 justify-center">
          Create account
        </TabsTrigger>
      </TabsList>
      <TabsContent value="sign-in" className="pt-6">
        <AccountForm isNew={false} />
      </TabsContent>
      <TabsContent value="sign-up" className="pt-6">
        <AccountForm isNew />
      </TabsContent>
    </Tabs>
  );
}

interface Fields {
  name: string;
  email: string;
  password: string;
}
type Problems = Partial<Record<keyof Fields, string>>;

/** What the form can tell without asking the server. */
function checkFields({ name, email, password }: Fields, isNew: boolean): Problems {
  const problems: Problems = {};
  if (isNew && !name.trim()) problems.name = 'Type the name you want to be called by.';
  if (!/^\S+@\S+\.\S+$/.test(email))
    problems.email = 'Type an email address, like you@example.com.';
  if (isNew && password.length < minPasswordLength)
    problems.password = `Use at least ${String(minPasswordLength)} characters.`;
  else if (!password) problems.password = 'Type your password.';
  return problems;
}

function useAuthentication(isNew: boolean) {
  const router = useRouter();
  const utils = trpc.useUtils();
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const enter = async ({ name, email, password }: Fields): Promise<void> => {
    setIsBusy(true);
    setRefusal(null);
    try {
      await (isNew ? signUp({ name: name.trim(), email, password }) : signIn({ email, password }));
      // Everything cached belongs to the guest; ask again as the person who has just come in.
      await utils.invalidate();
      router.push('/projects');
    } catch (error) {
      setIsBusy(false);
      setRefusal(
        error instanceof AuthError || error instanceof Error
          ? error.message
          : 'Signing in did not work. Try again.',
      );
    }
  };
  return { enter, isBusy, refusal };
}

function AccountForm({ isNew }: { isNew: boolean }) {
  const [fields, setFields] = useState<Fields>({ name: '', email: '', password: '' });
  const [problems, setProblems] = useState<Problems>({});
  const { enter, isBusy, refusal } = useAuthentication(isNew);
  const change = (field: keyof Fields) => (event: { target: { value: string } }) => {
    setFields({ ...fields, [field]: event.target.value });
    setProblems({ ...problems, [field]: undefined });
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = checkFields(fields, isNew);
    setProblems(found);
    const first = (['name', 'email', 'password'] as const).find((field) => found[field]);
    if (first) event.currentTarget.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    else void enter(fields);
  };
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      {isNew && (
        <TextField
          label="Name"
          name="name"
          autoComplete="name"
          dir="auto"
          value={fields.name}
          onChange={change('name')}
          error={problems.name}
        />
      )}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        value={fields.email}
        onChange={change('email')}
        error={problems.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        hint={isNew ? `At least ${String(minPasswordLength)} characters.` : undefined}
        value={fields.password}
        onChange={change('password')}
        error={problems.password}
      />
      <div role="alert">{refusal && <p className="text-sm text-bad">{refusal}</p>}</div>
      <Button type="submit" variant="primary" size="lg" className="w-full" isBusy={isBusy}>
        {isNew ? 'Create account' : 'Sign in'}
      </Button>
    </form>
  );
}
