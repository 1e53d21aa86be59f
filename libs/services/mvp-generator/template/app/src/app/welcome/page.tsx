import type { Metadata } from 'next';
import { skipWelcome } from './actions';
import { WelcomeForm } from './welcome-form';
import { AuthShell } from '@/components/auth-shell';
import { getProfile } from '@/lib/profile';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Welcome', robots: { index: false } };
export const dynamic = 'force-dynamic';

export default async function WelcomePage() {
  const { full_name, organisation } = await getProfile();
  return (
    <AuthShell
      title={`Welcome to ${product.name}`}
      text="Three answers and you are in. All can be changed in the settings."
      footer={
        <form action={skipWelcome}>
          <button type="submit" className="cursor-pointer underline underline-offset-4">
            Skip this
          </button>
        </form>
      }
    >
      <WelcomeForm name={full_name} organisation={organisation} />
    </AuthShell>
  );
}
