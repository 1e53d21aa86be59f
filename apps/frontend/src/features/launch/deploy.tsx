import type { Project } from '@hatchr/contracts';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Section } from './section';

/** What to do with the ZIP. Nothing is promised here that this instance cannot do. */
export function Deploy({ project }: { project: Project }) {
  const commands = [
    { text: `unzip ${project.slug}.zip && cd ${project.slug}`, what: 'Unpack it' },
    { text: 'npm ci', what: 'Install exactly what was tested' },
    { text: 'npm run dev', what: 'Start it, with data in a local database' },
  ];
  return (
    <>
      <Section
        title="Run it on your machine"
        // The version is the one in `engines` of the generated app.
        description="You need Node.js 20.9 or newer. No account, key or environment variable."
      >
        <ol className="space-y-2">
          {commands.map(({ text, what }, index) => (
            <li key={text}>
              <Card className="flex items-center gap-4 py-2 ps-4 pe-2">
                <span
                  aria-hidden
                  className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-shell-tint text-xs font-semibold text-shell-strong"
                >
                  {index + 1}
                </span>
                <div className="min-w-0 flex-1 sm:flex sm:items-center sm:gap-6">
                  <code className="block min-w-0 flex-1 font-mono text-[13px] wrap-anywhere">
                    {text}
                  </code>
                  <span className="text-[13px] text-ink-faint">{what}</span>
                </div>
                <CopyButton text={text} label={`Copy command ${String(index + 1)}`} isIconOnly />
              </Card>
            </li>
          ))}
        </ol>
      </Section>
      <Section
        title="Put it online"
        description="The README in the ZIP has the steps: Docker for any server, Supabase for the database when you want it hosted, and a host for Next.js apps."
      >
        <Card className="p-5 text-sm">
          <p className="font-medium">One-click deploy is not set up on this instance</p>
          <p className="mt-1 max-w-2xl text-ink-soft">
            It needs an account with a hosting provider, which its operator has not connected. The
            ZIP holds everything a deployment needs, so nothing is missing from it.
          </p>
        </Card>
      </Section>
    </>
  );
}
