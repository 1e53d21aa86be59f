import type { Project } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { OutsideLink } from '@/components/ui/outside-link';

interface Command {
  text: string;
  what: string;
}

/** What to do with the ZIP. Nothing is promised here that this instance cannot do. */
export function Deploy({ project }: { project: Project }) {
  const unpack = {
    text: `unzip ${project.slug}.zip && cd ${project.slug}`,
    what: 'Unpack it',
  };
  return (
    <>
      <Section
        title="Run it on your machine"
        // The version is the one in `engines` of the generated app.
        description="You need Node.js 20.9 or newer. No account, key or environment variable."
      >
        <Commands
          name="Run"
          commands={[
            unpack,
            { text: 'npm ci', what: 'Install exactly what was tested' },
            { text: 'npm run dev', what: 'Start it, with data in a local database' },
          ]}
        />
      </Section>
      <Section
        title="Put it online with Docker"
        description="On any server that you own, with the database in a volume. Put a proxy with HTTPS in front of it; the README names the two settings that it then needs."
      >
        <Commands
          name="Docker"
          commands={[
            unpack,
            { text: 'docker compose up --build -d', what: 'Serve it on port 3000' },
          ]}
        />
      </Section>
      <Section
        title="Put it online with Vercel and Supabase"
        description="Needs an account with each. The README in the ZIP lists the four settings and the one address to allow."
      >
        <Card className="flex flex-wrap items-center gap-x-6 gap-y-3 p-5 text-sm">
          <p className="max-w-2xl text-ink-soft">
            Push the unpacked folder to a repository of yours and import that. Hatchr deploys
            nothing by itself: it holds no account with a host, and asks for none of yours.
          </p>
          <OutsideLink href="https://vercel.com/new">Import in Vercel</OutsideLink>
          <OutsideLink href="https://supabase.com/dashboard/new">Make a database</OutsideLink>
        </Card>
      </Section>
    </>
  );
}

function Commands({ name, commands }: { name: string; commands: Command[] }) {
  return (
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
            <CopyButton
              text={text}
              label={`Copy ${name} command ${String(index + 1)}`}
              isIconOnly
            />
          </Card>
        </li>
      ))}
    </ol>
  );
}
