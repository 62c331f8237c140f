import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { minuteMs } from '../../workflows/domain/time.ts';
import type { Mail, MailAnswer, MailProvider } from './provider.ts';

/**
 * Sends through a mail server. SMTP knows no keys, so a mail is handed over once: from its first
 * byte on, an answer that is lost leaves it `unknown`, and nobody may send it again. Until then
 * nothing has happened. A server that takes over a mail says nothing more of it. A call that takes
 * longer than `timeoutMs` is cut off.
 */
export const createSmtpMail = ({
  url,
  timeoutMs = 15_000,
}: {
  url: string;
  timeoutMs?: number;
}): MailProvider => ({
  name: 'smtp',
  keyLifeMs: 0,
  send: async (mail, { idempotencyKey }) => {
    const messageId = messageIdOf(mail.from, idempotencyKey);
    const composed = new MailComposer({ ...toMessage(mail), messageId }).compile();
    const envelope = composed.getEnvelope();
    const bytes = await composed.build();
    let hasBegun = false;
    // The connection reads from it once the server has asked for the message, and not before.
    const message = Readable.from(
      (function* () {
        hasBegun = true;
        yield bytes;
      })(),
    );
    const error = await handOver({ url, timeoutMs, envelope, message });
    if (error === null) return { outcome: 'accepted', providerId: messageId };
    return answerTo(error, hasBegun);
  },
});

const toMessage = ({ from, to, subject, html, text, headers }: Mail) => ({
  ...{ from, to, subject, html, text, headers },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The same for the same key, so that a mailbox that got it twice all the same may notice. */
const messageIdOf = (from: string, idempotencyKey: string): string => {
  const name = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 40);
  const [, domain = 'localhost'] = /@([^\s>]+)>?\s*$/.exec(from) ?? [];
  return `<${name}@${domain}>`;
};

type Handover = {
  url: string;
  timeoutMs: number;
  envelope: { from: string | false; to: string[] };
  message: Readable;
};

type SmtpError = Error & { command?: string; responseCode?: number };

/** Null once the server has taken it. The first error counts: those after it follow from it. */
const handOver = async ({
  url,
  timeoutMs,
  envelope,
  message,
}: Handover): Promise<SmtpError | null> => {
  const { auth, ...options } = optionsOf(url);
  const connection = new SMTPConnection({ ...options, ...timeoutsOf(timeoutMs) });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve) => {
      const send = () =>
        connection.send(envelope, message, (error) => resolve(error as SmtpError | null));
      timer = setTimeout(() => resolve(new Error('timeout')), timeoutMs);
      connection.on('error', (error) => resolve(error as SmtpError));
      connection.connect((error) => {
        if (error) return resolve(error as SmtpError);
        if (!auth) return send();
        connection.login(auth, (refused) => (refused ? resolve(refused as SmtpError) : send()));
      });
    });
  } finally {
    clearTimeout(timer);
    connection.close();
  }
};

const timeoutsOf = (timeoutMs: number) => ({
  connectionTimeout: timeoutMs,
  greetingTimeout: timeoutMs,
  socketTimeout: timeoutMs,
});

/** A password goes to another computer over TLS only. */
const optionsOf = (text: string) => {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const isNear = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const user = decodeURIComponent(url.username);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: user !== '' && !secure && !isNear,
    ...(user && { auth: { user, pass: decodeURIComponent(url.password) } }),
  };
};

/** What the server says of the mail itself; its other refusals are the operator's to mend. */
const answerTo = (error: SmtpError, hasBegun: boolean): MailAnswer => {
  const { command = '', responseCode: code } = error;
  if (code === undefined) {
    if (hasBegun) return { outcome: 'unknown' };
    const isOurs = command === 'API' || command === 'MAIL FROM';
    return isOurs ? { outcome: 'refused', code: 'smtp_invalid' } : later;
  }
  const isAboutMail = command === 'RCPT TO' || command === 'DATA' || code === tooLarge;
  return code >= 500 && isAboutMail ? { outcome: 'refused', code: `smtp_${code}` } : later;
};

const tooLarge = 552;

const later: MailAnswer = { outcome: 'later', retryAfterMs: minuteMs };
