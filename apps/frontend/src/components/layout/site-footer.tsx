import Link from 'next/link';

const linkStyle = 'rounded-sm underline-offset-4 hover:text-ink hover:underline';

export function SiteFooter() {
  return (
    <footer className="mt-24 border-t border-line">
      <div className="mx-auto flex max-w-6xl flex-col gap-3 px-4 py-8 text-[13px] text-ink-faint sm:flex-row sm:items-center sm:px-6">
        <p>Hatchr. One sentence in, a startup kit out. What it makes is yours.</p>
        <nav aria-label="Footer" className="flex gap-5 sm:ms-auto">
          <Link href="/projects" className={linkStyle}>
            Projects
          </Link>
          <Link href="/verify" className={linkStyle}>
            Verify a kit
          </Link>
          <a href="/api/docs" className={linkStyle}>
            API docs
          </a>
        </nav>
      </div>
    </footer>
  );
}
