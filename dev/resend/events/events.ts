import { Hono } from 'hono';
import { z } from 'zod';
import type { Instant } from '../../../workflows/domain/time.ts';
import type { MailStore, ReceivedMail } from '../store.ts';
import { createMailDeliveries, type MailWebhook } from './deliveries.ts';
import { eventOf, eventTypes, unsubscribeOf } from './event.ts';
import { createEventPlan } from './plan.ts';

type Parts = {
  store: MailStore;
  now: () => Instant;
  webhook: MailWebhook;
  folder?: string | undefined;
  signal?: AbortSignal | undefined;
};

/** Tells the webhook what becomes of each mail, by itself or as a plan has it. */
export const createMailEvents = ({ store, now, ...delivery }: Parts) => {
  const plan = createEventPlan();
  const deliveries = createMailDeliveries(delivery);
  return {
    /** A mail was accepted for the first time. */
    announce: (mail: ReceivedMail): void => {
      for (const { delayS, ...next } of plan.take(mail)) {
        deliveries.add({ event: eventOf(mail, { ...next, at: now() }), delayS });
      }
    },
    /**
     * `POST /_events`: what names an `id` of the inbox happens to that mail now, `times` times under
     * one `svix-id`; what names a `to` is planned for the next mails there. `[]` clears the plan,
     * `GET` lists it. What cannot be played is a 422, and then nothing is.
     */
    routes: new Hono()
      .get('/_events', (c) => c.json(plan.list()))
      .post('/_events', async (c) => {
        const parsed = schemaFor(store).safeParse(await c.req.json().catch(() => undefined));
        if (!parsed.success) return c.json({ message: explain(parsed.error) }, 422);
        if (parsed.data.length === 0) plan.clear();
        const sent: string[] = [];
        for (const { id, to, ...asked } of parsed.data) {
          if (to !== undefined) plan.add({ to, ...asked });
          const mail = id === undefined ? undefined : store.findMail(id);
          if (mail) {
            const event = eventOf(mail, { ...asked, at: now() });
            sent.push(deliveries.add({ event, ...asked }));
          }
        }
        return c.json({ planned: plan.list(), sent });
      }),
  };
};

export type MailEvents = ReturnType<typeof createMailEvents>;

const codeWord = z.string().regex(/^\w{1,64}$/, 'must be a code');

const schemaFor = (store: MailStore) =>
  z.array(
    z
      .strictObject({
        to: z.string().min(1).optional(),
        id: z.string().min(1).optional(),
        type: z.enum(eventTypes, `must be one of ${eventTypes.join(', ')}`),
        times: z.int().min(1).max(1_000).default(1),
        delayS: z.number().min(0).max(86_400).default(0),
        bounce: z.object({ type: codeWord, subType: codeWord }).optional(),
      })
      .superRefine(({ to, id, type }, context) => {
        const refuse = (message: string) => context.addIssue({ code: 'custom', message });
        if ((to === undefined) === (id === undefined)) refuse('needs `to` or `id`, and not both');
        if (id === undefined) return;
        const mail = store.findMail(id);
        if (!mail) refuse(`there is no mail ${id} in the inbox`);
        else if (type === 'email.received' && !unsubscribeOf(mail))
          refuse('names no address to unsubscribe by mail');
      }),
    'must be a JSON array of events ([] clears the plan)',
  );

const explain = (error: z.ZodError): string =>
  error.issues.map((issue) => `${issue.path.join('/') || 'body'}: ${issue.message}`).join('; ');
