import type { AssistantKind, GeneratedFile } from '@hatchr/contracts';
import { tsLiteral } from '../escape/escape-text.js';
import type { AppModel, EntityModel, FieldModel } from '../model/app-model.js';
import { assistantFile } from './static-files.js';
import { textLimits } from './write-tables.js';

const tasks: Readonly<Record<AssistantKind, string>> = {
  summarise: 'Sum up the record in at most five short lines; the most important first.',
  draft_reply:
    'Draft a short, polite reply to the person the record is about. Leave a gap in square brackets for what the record does not say.',
  categorise:
    'Choose the value of `choices` that fits the record best and say why in one sentence; null when none fits.',
  extract:
    'List the names, dates, amounts, addresses and links that the record states, one kind a line, as written.',
  suggest_next:
    'Suggest the next one to four steps for the record, numbered, the most urgent first.',
  write_description:
    'Write a plain description of the record for its readers, of at most 120 words.',
};

// Fields that are meant for the answer; any other text is added to and never replaced.
const purposes: Readonly<Record<AssistantKind, RegExp>> = {
  summarise: /summar|overview|abstract|recap|highlight/u,
  draft_reply: /repl|response|answer|draft/u,
  categorise: /categor|type|kind|topic|label|tag|class/u,
  extract: /extract|facts|details/u,
  suggest_next: /next|action|step|plan/u,
  write_description: /descri|draft|copy|caption|script|bio/u,
};

const isLongText = ({ spec }: FieldModel): boolean => spec.type === 'long_text';

/** Where the answers of a kind are kept: a field made for it, else a note that they are added to. */
function saveTo(kind: AssistantKind, entity: EntityModel) {
  const fits = ({ spec }: FieldModel): boolean => purposes[kind].test(spec.name);
  const limit = textLimits.long_text ?? 0;
  if (kind === 'categorise') {
    const choices = entity.fields.filter(({ spec }) => spec.type === 'enum');
    const choice =
      choices.find(fits) ?? choices.find(({ spec }) => spec.name !== 'status') ?? choices[0];
    if (choice) return { field: choice.column, label: choice.spec.label, mode: 'choose', limit };
  }
  const texts = entity.fields.filter(isLongText);
  const own = texts.find(fits);
  const field = own ?? texts.find(({ spec }) => /note|comment/u.test(spec.name)) ?? texts[0];
  return field
    ? { field: field.column, label: field.spec.label, mode: own ? 'replace' : 'append', limit }
    : null;
}

const props = '{ entity: EntityDefinition; row: BaseRow }';
const emptySlot = `import type { FC } from 'react';
import type { BaseRow, EntityDefinition } from '@/lib/entity';

/** Where an assistant would stand on the page of a row; this app has none. */
export const AssistantSlot: FC<${props}> = () => null;
`;
const slot = `import { AssistantPanel } from '@/assistant/assistant-panel';
import { assistant } from '@/assistant/assistant';
import type { BaseRow, EntityDefinition } from '@/lib/entity';
import { modelSettings } from '@/lib/env';

/** The assistant on the page of a row, for the entity that it works on. */
export function AssistantSlot({ entity, row }: ${props}) {
  if (entity.key !== assistant.entity) return null;
  return <AssistantPanel id={row.id} model={modelSettings()?.model ?? null} />;
}
`;

const environmentCode = `
/** The model that the assistant asks, or null when no key is set and the app's own rules answer. */
export function modelSettings() {
  const apiKey = process.env.OPENAI_API_KEY ?? '';
  if (apiKey === '') return null;
  return {
    apiKey,
    baseUrl: (process.env.OPENAI_BASE_URL || 'https://api.openai.com/v1').replace(/\\/$/, ''),
    model: process.env.OPENAI_MODEL || 'gpt-5.4-mini',
    timeoutMs: 20_000,
  };
}
`;
const environmentExample = `# Server only, optional: lets the assistant use a model. Without a key the app's own rules answer.
OPENAI_API_KEY=
# Any server that speaks the OpenAI Responses API (default https://api.openai.com/v1).
OPENAI_BASE_URL=
# Default gpt-5.4-mini.
OPENAI_MODEL=
`;

/** A fixed file of an app with an assistant: the settings of its model are added where settings live. */
export function withModelSettings(model: AppModel, file: GeneratedFile): GeneratedFile {
  if (!model.spec.assistant || typeof file.content !== 'string') return file;
  const added =
    file.path === 'src/lib/env.ts'
      ? environmentCode
      : file.path === '.env.example'
        ? environmentExample
        : '';
  return added === '' ? file : { ...file, content: file.content + added };
}

/** The AI action of a spec on its entity's page: settings, rule, model client, panel and tests; else an empty slot. */
export function writeAssistant(model: AppModel): GeneratedFile[] {
  const { assistant } = model.spec;
  const entity = model.entities.find(({ spec }) => spec.name === assistant?.entity);
  const slotPath = 'src/features/assistant-slot.tsx';
  if (!assistant || !entity) return [{ path: slotPath, content: emptySlot }];
  const { kind, name, description } = assistant;
  const settings = {
    entity: entity.key,
    name,
    description,
    task: tasks[kind],
    save: saveTo(kind, entity),
  };
  const copy = (path: string, source: string) => ({ path, content: assistantFile(source) });
  return [
    { path: slotPath, content: slot },
    {
      path: 'src/assistant/assistant.ts',
      content: `import type { AssistantSettings } from './subject';

export const assistant: AssistantSettings = ${tsLiteral(settings)};
`,
    },
    copy('src/assistant/assistant-rules.ts', `rules/${kind}.ts`),
    copy('tests/assistant-rules.test.ts', `rules/${kind}.test.ts`),
    ...[
      'ask-model.ts',
      'assistant-actions.ts',
      'assistant-panel.tsx',
      'load-subject.ts',
      'subject.ts',
    ].map((file) => copy(`src/assistant/${file}`, `src/${file}`)),
    ...['assistant-actions.test.ts', 'assistant-model.test.ts', 'assistant-subject.ts'].map(
      (file) => copy(`tests/${file}`, `tests/${file}`),
    ),
  ];
}
