import { Details } from './details.tsx';
import type { MailProps } from './props.ts';
import { promiseDetail } from './wording.ts';

export const PromiseLine = ({ mail }: { mail: MailProps }) => (
  <Details details={[promiseDetail(mail)]} />
);
