import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';

interface ItemActionsProps {
  /** What is moved or removed, for the accessible names. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove: (by: -1 | 1) => void;
  /** Left out where the last one must stay. */
  onRemove?: (() => void) | undefined;
}

/** Up, down and remove, for one item of a list. */
export function ItemActions({ name, isFirst, isLast, onMove, onRemove }: ItemActionsProps) {
  return (
    <div className="flex shrink-0">
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={`Move ${name} up`}
        disabled={isFirst}
        onClick={() => {
          onMove(-1);
        }}
      >
        <ArrowUp aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={`Move ${name} down`}
        disabled={isLast}
        onClick={() => {
          onMove(1);
        }}
      >
        <ArrowDown aria-hidden />
      </Button>
      <Button
        variant="ghost"
        size="iconSm"
        aria-label={`Remove ${name}`}
        disabled={!onRemove}
        onClick={onRemove}
      >
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
