import type { Account } from '@hatchr/contracts';
import { Button } from '@/components/ui/button';
import { trpc } from '@/lib/trpc';
import { connectBrowserWallet } from './connect-browser-wallet';
import { connectPhoneWallet } from './connect-phone-wallet';
import type { ConnectedWallet } from './wallet';

export type Connect = () => Promise<ConnectedWallet>;

interface WalletChoiceProps {
  network: NonNullable<Account['identity']['network']>;
  /** What the wallet is for, as the buttons say it: “Verify” with your browser’s wallet. */
  labels: { browser: string; phone: string };
  isBusy: boolean;
  onChoose: (connect: Connect) => void;
}

/** The wallets that can be used here; why not where one cannot. */
export function WalletChoice({ network, labels, isBusy, onChoose }: WalletChoiceProps) {
  const about = trpc.instance.about.useQuery(undefined, { staleTime: Number.POSITIVE_INFINITY });
  const walletConnect = about.data?.walletConnect ?? null;
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="primary"
          isBusy={isBusy}
          onClick={() => {
            onChoose(connectBrowserWallet);
          }}
        >
          {labels.browser}
        </Button>
        {walletConnect && network !== 'private' && (
          <Button
            size="sm"
            disabled={isBusy}
            onClick={() => {
              onChoose(() => connectPhoneWallet(walletConnect, network));
            }}
          >
            {labels.phone}
          </Button>
        )}
      </div>
      {about.data && (!walletConnect || network === 'private') && (
        <p className="mt-3 text-[13px] text-ink-faint">{whyNoPhone(network)}</p>
      )}
    </>
  );
}

const whyNoPhone = (network: WalletChoiceProps['network']): string =>
  network === 'private'
    ? 'Wallets on phones know the public networks only, and this instance uses a private one.'
    : 'Wallets on phones need WalletConnect, which is not set up here (WALLETCONNECT_PROJECT_ID).';
