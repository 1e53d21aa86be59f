import { useSyncExternalStore } from 'react';

const second = 1000;

function everySecond(onTick: () => void): () => void {
  const timer = setInterval(onTick, second);
  return () => {
    clearInterval(timer);
  };
}

const never = () => () => undefined;
const nowToTheSecond = () => Math.floor(Date.now() / second) * second;

/** The time in ms, moving on once a second while `isTicking`; 0 while rendered on the server. */
export function useNow(isTicking: boolean): number {
  return useSyncExternalStore(isTicking ? everySecond : never, nowToTheSecond, () => 0);
}
