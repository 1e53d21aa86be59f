import type { Metadata } from 'next';
import { LegalPage } from '@/components/legal-page';
import { product } from '@/product';

export const metadata: Metadata = { title: 'Terms (stub)', robots: { index: false } };

export default function TermsPage() {
  return (
    <LegalPage title="Terms">
      <h2>State of the service</h2>
      <p>{product.name} is a first version. There is no promise of availability yet.</p>
      <h2>Still to be written</h2>
      <p>
        Who the contract is with, prices and payment, acceptable use, liability, how either side
        ends it, and the law that applies.
      </p>
    </LegalPage>
  );
}
