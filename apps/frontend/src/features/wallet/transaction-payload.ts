import { Transaction } from '@concordium/web-sdk/transactions';
import { AccountTransactionType, DataBlob } from '@concordium/web-sdk/types';

export { AccountTransactionType };

/** What a RegisterData transaction carries. @param data hex */
export const registerDataPayload = (data: string): { data: DataBlob } => ({
  data: new DataBlob(
    Uint8Array.from(data.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer,
  ),
});

/** A transaction that the server has signed to pay for, as wallets take it. */
export const readSponsored = (json: string): Transaction.Signable =>
  Transaction.fromJSONString(json, Transaction.signableFromJSON);
