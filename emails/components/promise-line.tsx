import type { MailProps } from '../props.ts';
import { promiseDetail } from '../wording.ts';
import { Details } from './details.tsx';

export const PromiseLine = ({ mail }: { mail: MailProps }) => (
  <Details details={[promiseDetail(mail)]} />
);
