import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isAtHome } from '../../access/caller.ts';
import type { AppDeps } from '../../deps.ts';
import { basePath } from '../../html/site.ts';
import type { DeskEnv } from '../env.ts';
import { Field } from '../parts/field.tsx';
import { showPage } from '../parts/layout.tsx';
import { formTokenOf } from './form-token.ts';

type Deps = Pick<AppDeps, 'config'>;

/** `name` and `fault`: what was tried before, and what was wrong with it. */
type Shown = { next: string; name?: string; fault?: string };

/** The page with every way in that there is here. */
export const showSignIn = (
  deps: Deps,
  c: Context<DeskEnv>,
  shown: Shown,
  status: ContentfulStatusCode = 200,
): Response => {
  const csrf = formTokenOf(deps.config, c);
  return showPage(
    c,
    {
      title: 'Sign in',
      children: (
        <div className="columns">
          {isDemo(deps, c) && <Demo {...{ deps, csrf }} {...shown} />}
          {deps.config.desk.provider && <Provider deps={deps} {...shown} />}
          {deps.config.desk.passwords && <Password {...{ deps, csrf }} {...shown} />}
        </div>
      ),
    },
    status,
  );
};

/**
 * Whether one click is enough: on the computer that it runs on, by a name that only it has, so that
 * no page from elsewhere can lead its own name there.
 */
export const isDemo = ({ config }: Deps, c: Context<DeskEnv>): boolean =>
  config.desk.demo && isAtHome(c, config.strangers);

type Props = Shown & { deps: Deps };

type FormProps = Props & { csrf: string };

const Demo = ({ deps: { config }, csrf, next }: FormProps) => (
  <form method="post" action={`${basePath(config)}/desk/sign-in/demo`} className="panel">
    <p>This is the system on your own computer: nobody is asked for a password here.</p>
    <p className="muted">
      A tunnel that leads others to this port lets them in too, if it does not say so in what it
      passes on. Set <code>DEMO_OPERATOR=false</code> before you open one.
    </p>
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="next" value={next} />
    <button className="go" type="submit">
      Sign in as the demo operator
    </button>
  </form>
);

/** A link: a form may lead to no other site. */
const Provider = ({ deps: { config }, next }: Props) => (
  <div className="panel">
    <p>Your company knows you: sign in where you always do.</p>
    <p className="buttons">
      <a
        className="button go"
        href={`${basePath(config)}/desk/sign-in/provider?${new URLSearchParams({ next })}`}
      >
        Sign in with {new URL(config.desk.provider?.issuer ?? config.publicUrl).hostname}
      </a>
    </p>
  </div>
);

const Password = ({ deps: { config }, csrf, next, name = '', fault }: FormProps) => (
  <form method="post" action={`${basePath(config)}/desk/sign-in`} className="panel">
    {fault !== undefined && (
      <div className="refused" role="alert">
        <p>{fault}</p>
      </div>
    )}
    <input type="hidden" name="csrf" value={csrf} />
    <input type="hidden" name="next" value={next} />
    <Field name="name" label="Name" value={name} required autoComplete="username" />
    <Field
      name="password"
      label="Password"
      type="password"
      required
      autoComplete="current-password"
    />
    <button className="go" type="submit">
      Sign in
    </button>
  </form>
);
