import { expect, it } from 'vitest';
import {
  readAddressToken,
  signAddressToken,
  signAddressTokenAs,
} from '../../../db/page/address-token.ts';
import { readPageToken, signerOf, signPageToken } from '../../../db/page/page-token.ts';

const older = 'o'.repeat(32);
const newer = 'n'.repeat(32);
const changeId = '0f8fad5b-d9cb-469f-a165-70867728950e';

it('names the change that it was made for', () => {
  expect(readAddressToken([older], signAddressToken([older], changeId))).toBe(changeId);
});

it('is believed while its secret is rolled, and not after', () => {
  const token = signAddressToken([older], changeId);
  expect(readAddressToken([newer, older], token)).toBe(changeId);
  expect(readAddressToken([newer], token)).toBeUndefined();
});

it('is the same for as long as its signer is listed', () => {
  const signer = signerOf([older]);
  expect(signAddressTokenAs([newer, older], { changeId, signer })).toBe(
    signAddressToken([older], changeId),
  );
});

it('opens no page, and the token of a page confirms no address', () => {
  expect(readPageToken([older], signAddressToken([older], changeId))).toBeUndefined();
  const page = signPageToken([older], { orderId: 'O-23456789012', version: 1 });
  expect(readAddressToken([older], page)).toBeUndefined();
});

it.each(['', 'x', 'x'.repeat(43), `${'x'.repeat(42)}=`, '__ADDRESS_TOKEN__'])(
  'is not "%s"',
  (text) => {
    expect(readAddressToken([older], text)).toBeUndefined();
  },
);
