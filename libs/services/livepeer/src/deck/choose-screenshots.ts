import { type KitScreenshot, type LaunchKitInput } from '../launch-kit-input.js';

type Role = KitScreenshot['role'];

interface Wanted {
  device: KitScreenshot['device'];
  theme: KitScreenshot['theme'];
  /** The best one first. */
  roles: readonly Role[];
  /** Pages that are shown elsewhere already. */
  except?: readonly string[];
}

/** The screenshot that suits best: by role, then in the order in which they came. */
export function findScreenshot(
  { screenshots }: Pick<LaunchKitInput, 'screenshots'>,
  { device, theme, roles, except = [] }: Wanted,
): KitScreenshot | undefined {
  return (screenshots?.images ?? [])
    .filter(
      (shot) =>
        shot.device === device &&
        shot.theme === theme &&
        roles.includes(shot.role) &&
        !except.includes(shot.page),
    )
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))[0];
}

/** The page that the product slide shows on a desktop. */
export function mainScreenshot({
  screenshots,
}: Pick<LaunchKitInput, 'screenshots'>): KitScreenshot | undefined {
  const roles = ['list', 'dashboard', 'detail', 'landing', 'public'] as const;
  return findScreenshot({ screenshots }, { device: 'desktop', theme: 'light', roles });
}
