import type { Metadata } from 'next';
import { LegalPage } from '@/components/legal-page';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Privacy (stub)', robots: { index: false } };

export default function PrivacyPage() {
  return (
    <LegalPage title="Privacy">
      <h2>What {product.name} stores</h2>
      <p>
        Your e-mail, name, organisation, time zone and password (as a hash), the rows that you
        enter, and, if you leave it on the waiting list, your e-mail address. Only your account can
        read your rows. The operator of the database can read everything in it.
      </p>
      <h2>Cookies</h2>
      <p>
        One kind: the session that keeps you signed in. It is set when you sign in and removed when
        you sign out. Your choice of light or dark is kept in the storage of your browser. There is
        no analytics, no advertising and nothing loaded from other sites.
      </p>
      <h2>Your data is yours</h2>
      <p>
        Settings has a download of all your rows and a button that deletes your account and
        everything that belongs to it at once.
      </p>
      <h2>Still to be written</h2>
      <p>
        Who is responsible and how to reach them, the legal basis, processors, how long backups and
        logs are kept, transfers abroad, and the rights of the law that applies.
      </p>
    </LegalPage>
  );
}
