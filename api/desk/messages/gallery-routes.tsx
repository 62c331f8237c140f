import type { Hono } from 'hono';
import { listSpecimensOf } from '../../../db/mail/specimens.ts';
import { inPalette } from '../../../emails/parts/in-palette.ts';
import { sendMailHtml } from '../../http/page-headers.ts';
import { allow } from '../access/allow.ts';
import { type DeskDeps, type DeskEnv, deskOf } from '../env.ts';
import { showPage } from '../parts/layout.tsx';
import { specimenOf } from '../specimen/specimen.ts';
import { GalleryPage } from './gallery-page.tsx';
import { type Choice, choiceIn } from './specimen-choice.ts';
import { room } from './tabs.tsx';

const path = `${room}/gallery`;

/** Every kind of mail in every language and state, of an order that nobody placed. */
export const mountGallery = (app: Hono<DeskEnv>, deps: DeskDeps): void => {
  const { config, lexicon } = deps;
  const { shop, publicUrl } = config;
  const render = ({ kind, locale, state }: Choice) =>
    specimenOf({ shop, lexicon, publicUrl }, { kind, locale, state: state || undefined });
  app.get(path, allow(deps, 'read'), async (c) => {
    const choice = choiceIn(c.req.query());
    const desk = deskOf(c);
    const { operatorId } = desk.operator;
    const [mail, sent] = await Promise.all([
      render(choice),
      listSpecimensOf(deps.reads.sql, { operatorId, limit: 5 }),
    ]);
    const props = { desk, config, choice, mail, sent };
    return showPage(c, {
      title: 'Gallery of mails',
      at: 'messages',
      children: <GalleryPage {...props} />,
    });
  });
  app.get(`${path}/mail`, allow(deps, 'read'), async (c) => {
    const choice = choiceIn(c.req.query());
    return sendMailHtml(c, inPalette((await render(choice)).html, choice.palette));
  });
};
