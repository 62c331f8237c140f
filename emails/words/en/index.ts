import { addressChanged } from './addressChanged.ts';
import { addressConfirm } from './addressConfirm.ts';
import { countdown } from './countdown.ts';
import { addressConfirmPage, addressPage } from './page/address.ts';
import { findPage } from './page/find.ts';
import { statusLink } from './statusLink.ts';

/** All our words in English, whose keys and placeholders the other languages have to have. */
export const en = {
  addressChanged,
  addressConfirm,
  addressConfirmPage,
  addressPage,
  countdown,
  findPage,
  statusLink,
} as const;
