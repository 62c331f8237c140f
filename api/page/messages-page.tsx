import type { ShownMail } from '../../db/page/history.ts';
import type { StoredMail } from '../../db/schema/mail/messages.ts';
import type { Instant } from '../../workflows/domain/time.ts';
import { Filled, slot } from '../html/filled.tsx';
import { renderPage } from '../html/layout.tsx';
import { amid } from '../html/site.ts';
import { MailList } from './parts/mail-list.tsx';
import { dayAt, numberOf, type OrderPage } from './parts/order-page.ts';

type Place = { page: OrderPage; path: string };

/** All mails that were sent about the order, the newest first. */
export const messagesPage = ({ page, path, mails }: Place & { mails: ShownMail[] }): string => {
  const { shop, words, order } = page;
  const say = words.say.messagesPage;
  const title = say.title({ order: amid(page, numberOf(order)) });
  return renderPage({
    ...{ shop, words, title },
    children: (
      <>
        <h1>{title}</h1>
        {mails.length === 0 ? (
          <p>{say.none()}</p>
        ) : (
          <MailList page={page} path={path} mails={mails} />
        )}
        <p className="back">
          <a href={path}>{words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};

/** `here` is where the mail's page is served, and the mail itself below it. */
type Sent = Place & { here: string; mail: StoredMail; at: Instant };

/** One mail as it was sent, in a frame in which nothing of it can act. */
export const mailPage = ({ page, path, here, mail, at }: Sent): string => {
  const { shop, words } = page;
  const say = words.say.messagesPage;
  return renderPage({
    ...{ shop, words, title: amid(page, mail.subject) },
    children: (
      <>
        <h1>
          <bdi>{mail.subject}</bdi>
        </h1>
        <p className="muted">
          {say.sentOn({ day: dayAt(page, at) })}
          <br />
          <Filled text={say.to({ address: slot })}>
            <bdi>{mail.to}</bdi>
          </Filled>
        </p>
        <iframe
          className="mail"
          src={`${here}/mail`}
          title={say.as()}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
        />
        <p className="back">
          <a href={`${here}/mail`}>{say.alone()}</a>
          <a href={`${path}/messages`}>{say.all()}</a>
          <a href={path}>{words.say.layoutPage.viewOrder()}</a>
        </p>
      </>
    ),
  });
};
