import { Fragment } from 'react';
import type { MessageKind } from '../../workflows/domain/backorder/message-kind.ts';
import { type Block, type InRoom, wholeRoom } from './block.ts';
import { Layout } from './layout.tsx';
import { letter } from './letter.ts';
import type { MailProps } from './props.ts';

/** One mail, written: what its inbox shows, its heading, and its blocks from top to bottom. */
export type Written = {
  kind: MessageKind;
  subject: string;
  preview: string;
  heading: string;
  hero?: Block | null;
  blocks: readonly (Block | null)[];
};

type Props = { mail: InRoom<MailProps>; written: Written };

export const Sheet = ({ mail, written }: Props) => {
  const { kind, subject, preview, heading, hero } = written;
  const room = mail.room ?? wholeRoom;
  return (
    <Layout
      {...{ mail, kind, preview, heading }}
      title={subject}
      hero={hero ? hero.html(room) : null}
    >
      {written.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once.
        <Fragment key={index}>{block?.html(room)}</Fragment>
      ))}
    </Layout>
  );
};

export const sheetText = (mail: MailProps, { kind, blocks }: Written): string =>
  letter({ mail, kind, body: blocks.map((block) => block?.text ?? '') });
