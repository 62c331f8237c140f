/**
 * Where each room may point to inside its floor, besides itself. A room is a folder or a file; a
 * file belongs to the longest room that its path begins with. What a room has no line for here
 * wires its floor together, and may point anywhere in it.
 */
export const arrows: Record<string, readonly string[]> = {};

const within =
  (floor: string) =>
  (names: string): string[] =>
    names.split(' ').map((name) => `${floor}/${name}`);

const domain = within('workflows/domain');
const units = domain('time.ts order-time.ts money.ts currency.ts recent.ts');
const ofDomain = (room: string, names = ''): void => {
  arrows[`workflows/domain${room}`] = [...units, ...(names === '' ? [] : domain(names))];
};
for (const unit of units) arrows[unit] = units;
ofDomain('/backorder');
ofDomain('/law/policy', 'backorder');
ofDomain('/law', 'backorder law/policy');
ofDomain('/payment/sums', 'backorder');
ofDomain('/payment/dunning', 'backorder payment/sums');
ofDomain('/payment', 'backorder law law/policy payment/sums payment/dunning');
ofDomain('/books', 'backorder payment/sums');
ofDomain('/stock', 'backorder payment/sums payment/dunning');
ofDomain('/promise', 'backorder law law/policy payment payment/sums payment/dunning');
ofDomain('/updates');
/** Of the people who run a shop, and the words in which they read of a backorder. */
ofDomain('/desk', 'backorder');
/** What a shop's order becomes here is said in the words of a backorder. */
ofDomain('/connector', 'backorder');
ofDomain('/mail', 'backorder law law/policy payment payment/sums payment/dunning');
/** What an act would do is what the verbs do, of a state that is kept nowhere. */
arrows['workflows/domain/preview'] = [
  ...['workflows/domain', ...units],
  ...domain('backorder payment payment/sums stock'),
];
/** The verbs on top: the first thing a reader sees. */
ofDomain(
  '',
  'backorder desk law law/policy payment payment/sums payment/dunning stock promise mail',
);

const db = within('db');
const ofDb = (room: string, names = ''): void => {
  const ground = db(
    'client.ts builder.ts transaction.ts clock.ts sql.ts same-text.ts schema connection',
  );
  arrows[`db/${room}`] = [...ground, ...(names === '' ? [] : db(names))];
};
arrows['db/schema'] = [];
/** Below the pools: what passes between this process and PostgreSQL. */
arrows['db/connection'] = [];
/** Whoever writes a fact owes it to those who want to be told. */
ofDb('outbound');
ofDb('record', 'outbound');
ofDb('http');
ofDb('books');
/** A level that a shop reports is counted as any other. */
ofDb('connector', 'record stock');
ofDb('storefront');
ofDb('import');
ofDb('law');
/** What a mail's provider tells of it is evidence, and so is a mail that a letter sent. */
ofDb('mail', 'record law outbound');
ofDb('payment', 'record http');
ofDb('stock/ledger', 'record');
ofDb('stock/queue', 'stock/ledger');
/** News of stock is written with the fact that it is of. */
ofDb('updates');
/** An SKU that loses a supply to another one is available otherwise. */
ofDb('promise', 'record stock/ledger stock/queue updates outbound');
/** An order that moves in a queue changes what the SKU's availability is. */
ofDb('stock/lease', 'record stock/ledger stock/queue promise outbound');
ofDb('stock', 'record stock/ledger stock/queue stock/lease promise updates outbound');
/**
 * A checkout brings a wish about mail, an erasure takes the address out of it. What a backorder has
 * to show for itself is written with its view.
 */
ofDb('backorder', 'record http law mail outbound promise stock stock/ledger updates');
/** What operators look at; it reads, also what a queue's own rooms work out, and writes only of them. */
ofDb('desk', 'promise stock/ledger stock/queue');
/** What a customer asks for on a page comes by mail. */
ofDb('page', 'backorder mail payment record');

const api = within('api');
const ofApi = (room: string, names = ''): void => {
  const ground = api('deps.ts http access');
  arrows[`api/${room}`] = [...ground, ...(names === '' ? [] : api(names))];
};
arrows['api/config.ts'] = api('desk-settings.ts');
arrows['api/desk-settings.ts'] = [];
arrows['api/temporal'] = [];
arrows['api/http'] = api('temporal');
arrows['api/access'] = api('config.ts http');
arrows['api/deps.ts'] = api('config.ts temporal http access connector/port.ts');
/** What a customer says is kept and given by the room that gives it again. */
ofApi('backorder', 'temporal');
ofApi('backorder/checkout', 'backorder');
/** It answers the backorder to words that are kept and given like a cancellation. */
ofApi('law', 'backorder temporal');
/** A level is told in one of two ways, as a checkout is. */
ofApi('stock', 'backorder backorder/checkout promise');
ofApi('promise', 'backorder');
ofApi('payment', 'backorder temporal');
/** What an operator is sent to look at is a mail of a sample order. */
ofApi('mail', 'backorder temporal desk/specimen');
ofApi('books', 'temporal');
ofApi('operations', 'temporal');
ofApi('keys');
ofApi('storefront');
/** A row of a file is done as its route does it, and what it leads to is told by the same loop. */
ofApi('import', 'temporal backorder/checkout promise stock storefront');
/** News of stock says what the product page says. */
ofApi('updates', 'storefront temporal html');
ofApi('updates/network', 'config.ts temporal');
/** It tells what the API answers, in the same words, and where to is sealed. */
ofApi('outbound', 'backorder config.ts mail storefront temporal');
/** It does for a shop what a caller does, by the same acts, and says on its pages what ours say. */
ofApi(
  'connector',
  'backorder backorder/checkout outbound stock storefront temporal connector/port.ts',
);
arrows['api/connector/port.ts'] = [];
/** What every page stands in, a customer's or an operator's. */
ofApi('html');
ofApi('page/parts', 'html');
ofApi('page/words', 'html page/parts');
ofApi('page/preferences', 'html page/parts');
ofApi('page/card', 'html config.ts temporal page/parts page/words');
ofApi('page/find', 'html page/parts');
ofApi('page/address', 'html page/parts');
/** What customers answer is kept and given as their cancellations are. */
ofApi('page/law', 'html temporal page/parts page/words');
ofApi('page', 'html backorder temporal page/parts page/words page/law');

/** Operators act by the API itself, so their pages know its rooms by its document alone. */
const ofDesk = (room: string, names = ''): void =>
  ofApi(
    `desk/${room}`,
    `config.ts html desk/call.ts desk/env.ts desk/parts desk/access ${names}`.trim(),
  );
ofApi('desk/parts', 'html desk/access desk/call.ts desk/env.ts');
/** A mail about a sample order, by the templates themselves. */
ofApi('desk/specimen');
ofApi('desk/access', 'config.ts desk-settings.ts html desk/call.ts desk/env.ts desk/parts');
for (const room of ['today', 'orders', 'supplies', 'results', 'people']) {
  ofDesk(room);
}
/** A file is looked into before it is sent to the API. */
ofDesk('plumbing', 'import');
/** Both show what a mail would look like. */
ofDesk('products', 'desk/specimen storefront');
/** A list that is taken along whole is narrowed as the API narrows its pages. */
ofDesk('messages', 'desk/specimen mail');
/** Acts read the order that they are on in its words, and the page offers them. */
ofDesk('order', 'desk/order/acts');
ofDesk('order/acts', 'desk/order');

const calls = within('activities')('call.ts failure.ts order-time.ts');
arrows['activities/config.ts'] = [];
for (const call of calls) arrows[call] = calls;
arrows['activities/mail'] = calls;
arrows['activities/alerts'] = ['activities/mail'];
arrows['activities/stock'] = calls;
arrows['activities/payment'] = calls;
arrows['activities/payment/stripe'] = ['activities/payment'];
arrows['activities/books'] = [...calls, 'activities/payment'];

/** The room of a file; undefined for what wires its floor together. */
export const innerRoomOf = (file: string): string | undefined =>
  Object.keys(arrows)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
