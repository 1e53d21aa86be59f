import { Icon } from '@/components/icon';
import { ThemeSwitch } from '@/components/theme-switch';

/** The switch with its icons, drawn here so that the icon set stays out of the browser's script. */
export function ThemeToggle() {
  return (
    <ThemeSwitch>
      <Icon name="sun" className="size-4 dark:hidden" />
      <Icon name="moon" className="hidden size-4 dark:block" />
    </ThemeSwitch>
  );
}
