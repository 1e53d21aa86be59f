'use client';
import { createContext, useContext, useId, type ReactNode } from 'react';
import { fieldStyle } from '@/components/ui/text-field';
import { cn } from '@/lib/class-names';

/** What is wrong, by path in the specification; every field looks up its own. */
export const ProblemsContext = createContext<ReadonlyMap<string, string>>(new Map());

interface EditFieldProps {
  /** Path in the specification, for example `entities.0.label`. */
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  isLong?: boolean;
  /** A closed set of answers: value and word. */
  options?: readonly (readonly [value: string, word: string])[];
  hint?: ReactNode;
  /** The label is read aloud only; for rows whose columns say it. */
  isLabelHidden?: boolean;
  className?: string;
}

/** One labelled line, text or choice of the editor, with what is wrong with it beneath. */
export function EditField(props: EditFieldProps) {
  const { path, label, value, onChange, isLong, options, hint, isLabelHidden, className } = props;
  const id = useId();
  const problem = useContext(ProblemsContext).get(path);
  const shared = {
    id,
    value,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': problem || hint ? `${id}-note` : undefined,
    onChange: (event: { target: { value: string } }) => {
      onChange(event.target.value);
    },
  };
  const style = cn(fieldStyle, 'text-sm', !isLabelHidden && 'mt-1.5');
  return (
    <div className={cn('min-w-0', className)}>
      <label
        htmlFor={id}
        className={isLabelHidden ? 'sr-only' : 'text-[13px] font-medium text-ink-soft'}
      >
        {label}
      </label>
      {options ? (
        <select {...shared} className={cn(style, 'h-9 px-2')}>
          {options.map(([option, word]) => (
            <option key={option} value={option}>
              {word}
            </option>
          ))}
        </select>
      ) : isLong ? (
        <textarea {...shared} rows={3} dir="auto" className={cn(style, 'block py-2')} />
      ) : (
        <input {...shared} dir="auto" className={cn(style, 'h-9')} />
      )}
      {(problem ?? hint) && (
        <p
          id={`${id}-note`}
          className={cn('mt-1 text-[13px]', problem ? 'text-bad' : 'text-ink-faint')}
        >
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}

interface LinesFieldProps {
  path: string;
  label: string;
  lines: string[];
  onChange: (lines: string[]) => void;
  hint?: string;
}

/** A list of sentences, one a line. */
export function LinesField({ path, label, lines, onChange, hint }: LinesFieldProps) {
  const problems = useContext(ProblemsContext);
  const at = [...problems.keys()].find((key) => key === path || key.startsWith(`${path}.`));
  const shown = at ? new Map([[path, problems.get(at) ?? '']]) : problems;
  return (
    <ProblemsContext value={shown}>
      <EditField
        path={path}
        label={label}
        isLong
        hint={hint ?? 'One a line.'}
        value={lines.join('\n')}
        onChange={(text) => {
          onChange(text === '' ? [] : text.split('\n'));
        }}
      />
    </ProblemsContext>
  );
}
