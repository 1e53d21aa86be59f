import { iconNames, type IconName } from '@hatchr/contracts';

const known = new Set<string>(iconNames);

/** The icon itself where the app's set has it, a plain box otherwise. */
export function knownIcon(name: string): IconName {
  return known.has(name) ? (name as IconName) : 'box';
}
