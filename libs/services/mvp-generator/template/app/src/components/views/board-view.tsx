import Link from 'next/link';
import { BoardDrop } from './board-drop';
import { Icon } from '@/components/icon';
import { Badge, toneOf } from '@/components/ui/card';
import { valueOf, type BaseRow, type EntityDefinition, type FieldDefinition } from '@/lib/entity';
import { formatValue, titleOf, type FormatContext } from '@/lib/format';
import { moveCard, setChoice } from '@/lib/record-actions';

function detailsOf(
  entity: EntityDefinition,
  row: BaseRow,
  context: FormatContext,
  status: FieldDefinition,
): string[] {
  return entity.fields
    .filter(
      (field) =>
        field.name !== entity.titleField &&
        field.name !== status.name &&
        !['long_text', 'boolean', 'url', 'address', 'file'].includes(field.kind),
    )
    .map((field) => ({ field, value: valueOf(row, field.name) }))
    .filter(({ value }) => value !== null && value !== '')
    .slice(0, 2)
    .map(({ field, value }) => formatValue(field, value, context));
}

function MoveButton({
  entity,
  row,
  field,
  to,
  direction,
}: {
  entity: EntityDefinition;
  row: BaseRow;
  field: FieldDefinition;
  to: { value: string; label: string } | undefined;
  direction: 'left' | 'right';
}) {
  if (!to) return <span className="size-7" />;
  return (
    <form action={setChoice.bind(null, entity.key, row.id, field.name, to.value)}>
      <button
        type="submit"
        aria-label={`Move to ${to.label}`}
        title={`Move to ${to.label}`}
        className="grid size-7 cursor-pointer place-items-center rounded-md text-faint hover:bg-subtle hover:text-ink"
      >
        <Icon name={`chevron-${direction}`} className="size-4" />
      </button>
    </form>
  );
}

/** One column for each value of the choice field; a card is dragged, or moves by its arrows, with mouse, touch or keyboard. */
export function BoardView({
  entity,
  rows,
  context,
  field,
}: {
  entity: EntityDefinition;
  rows: BaseRow[];
  context: FormatContext;
  field: FieldDefinition;
}) {
  const options = field.options ?? [];
  return (
    <BoardDrop
      move={moveCard.bind(null, entity.key, field.name)}
      className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-3 sm:mx-0 sm:px-0"
    >
      {options.map((option, index) => {
        const cards = rows.filter((row) => valueOf(row, field.name) === option.value);
        return (
          <section
            key={option.value}
            aria-label={option.label}
            data-column={option.value}
            data-label={option.label}
            className="w-64 shrink-0 snap-start rounded-xl bg-subtle p-2 ring-brand-text ring-inset data-over:ring-2 sm:w-auto sm:min-w-52 sm:flex-1"
          >
            <h2 className="flex items-center justify-between px-1.5 py-1 text-[13px] font-medium">
              <Badge tone={toneOf(option.value)}>{option.label}</Badge>
              <span className="text-muted">{cards.length}</span>
            </h2>
            <ul className="mt-1.5 space-y-2">
              {cards.map((row) => (
                <li
                  key={row.id}
                  draggable
                  data-card={row.id}
                  data-title={titleOf(entity, row, context)}
                  className="cursor-grab rounded-lg border border-line bg-surface p-3 shadow-xs active:cursor-grabbing"
                >
                  <Link
                    draggable={false}
                    href={`${entity.route}/${row.id}`}
                    className="text-sm font-medium break-words hover:underline"
                  >
                    {titleOf(entity, row, context)}
                  </Link>
                  {detailsOf(entity, row, context, field).map((text, line) => (
                    <p key={line} className="mt-1 truncate text-[13px] text-muted">
                      {text}
                    </p>
                  ))}
                  <div className="mt-1.5 -mb-1 flex justify-between">
                    <MoveButton
                      entity={entity}
                      row={row}
                      field={field}
                      to={options[index - 1]}
                      direction="left"
                    />
                    <MoveButton
                      entity={entity}
                      row={row}
                      field={field}
                      to={options[index + 1]}
                      direction="right"
                    />
                  </div>
                </li>
              ))}
            </ul>
            {cards.length === 0 ? (
              <p className="px-1.5 py-4 text-[13px] text-muted">Nothing here.</p>
            ) : null}
          </section>
        );
      })}
    </BoardDrop>
  );
}
