'use client';
import { ToggleGroup as Primitive } from 'radix-ui';
import { cn } from '@/lib/class-names';

interface ChoiceSwitchProps<Value extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

/** One of a few, all in sight; the arrow keys move between them. */
export function ChoiceSwitch<Value extends string>({
  label,
  value,
  options,
  onChange,
}: ChoiceSwitchProps<Value>) {
  return (
    <Primitive.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
      className="inline-flex rounded-md border border-line bg-sunken p-0.5"
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          className={cn(
            'h-7 rounded-sm px-2.5 text-[13px] font-medium text-ink-soft transition-colors hover:text-ink',
            'data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-card dark:data-[state=on]:bg-raised',
          )}
        >
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
