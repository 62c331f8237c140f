import type { ReactNode } from 'react';

/** A secret on the one page that ever shows it. */
export const Secret = ({
  value,
  back,
  children,
}: {
  value: string;
  back: string;
  children: ReactNode;
}) => (
  <>
    <div className="notice" role="alert">
      <p>
        <strong>Copy it now.</strong> It stands on this page alone and is kept nowhere in plain:
        once you have left, nobody can read it again.
      </p>
    </div>
    <div className="panel">
      <pre id="secret">{value}</pre>
    </div>
    {children}
    <p>
      <a className="button" href={back}>
        I have copied it
      </a>
    </p>
  </>
);
