import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isPicture } from '../../../api/html/pictures.ts';
import { putProduct } from '../../../db/storefront/products.ts';
import { place } from '../../db/cast.ts';
import { startTestApp } from '../test-app.ts';
import { askedPath } from './address-cast.ts';
import { lantern, pathOf } from './cast.ts';

const logo = {
  url: 'https://logos.example/light.png',
  darkUrl: 'https://logos.example/dark.png',
  width: 120,
  height: 40,
  alt: 'Lantern & Sons',
};

let shop: Awaited<ReturnType<typeof startTestApp>>;

beforeAll(async () => {
  const colour = { light: '#7a3b00', dark: '#ffb36b' };
  shop = await startTestApp({ shop: { ...lantern, logo, colour, radius: 3 } });
});
afterAll(() => shop.close());

const picture = async (sku: string, imageUrl: string) => {
  const nothing = { url: null, highlights: [], related: [], backorderLimit: null, handlingDays: 0 };
  await putProduct(shop.db.sql, {
    product: { sku, title: sku, imageUrl, ...nothing },
    bodyHash: imageUrl,
  });
};

const open = async (orderId: string) => show(await pathOf(shop.db, orderId));

const show = async (path: string) => {
  const { headers, body } = await shop.call('GET', path, { as: null });
  const policy = headers.get('Content-Security-Policy') ?? '';
  return { body: String(body), pictures: /img-src ([^;]*)/.exec(policy)?.[1] };
};

describe('the pictures of a page', () => {
  it('are loaded from where its own products and logo have theirs, and from nowhere else', async () => {
    await picture('LAMP', 'https://cdn.example:8443/a/lamp.png?size=2');
    await picture('OTHER', 'https://elsewhere.example/other.png');
    await place(shop.db, { seen: ['LAMP:1', 'PLAIN:1'] });
    const { body, pictures } = await open('seen');
    expect(pictures).toBe("'self' data: https://logos.example https://cdn.example:8443");
    expect(body).toContain('src="https://cdn.example:8443/a/lamp.png?size=2" alt="" width="64"');
    expect(body).toContain('<img class="logo" src="https://logos.example/light.png"');
    expect(body).toContain('srcSet="https://logos.example/dark.png"');
  });

  it.each(['/find', '/u/nobody', '/a/nobody', '/b/nobody', '/updates'])(
    'are the logo on a page that knows of no order: %s',
    async (path) => {
      const { body, pictures } = await show(path);
      expect(pictures).toBe("'self' data: https://logos.example");
      expect(body).toContain('<img class="logo" src="https://logos.example/light.png"');
    },
  );

  it('are the logo where a new address is confirmed', async () => {
    const orderId = await shop.placeAnother();
    const { pictures } = await show(await askedPath(shop.db, orderId));
    expect(pictures).toBe("'self' data: https://logos.example");
  });

  it.each([
    'http://cdn.example/lamp.png',
    'https://cdn.example;script-src *;/lamp.png',
    'javascript:alert(1)',
    'no address',
  ])('are left out where they are not safe to load: %s', async (imageUrl) => {
    const orderId = `unsafe-${imageUrl.length}`;
    await picture(`SKU-${imageUrl.length}`, imageUrl);
    await place(shop.db, { [orderId]: [`SKU-${imageUrl.length}:1`] });
    const { body, pictures } = await open(orderId);
    expect(pictures).toBe("'self' data: https://logos.example");
    expect(body).not.toContain('class="thumb"');
  });

  it('may be those of a demo on this machine', () => {
    expect(isPicture('http://localhost:3001/pictures/lamp.svg')).toBe(true);
    expect(isPicture('http://localhost.example/lamp.svg')).toBe(false);
  });
});

describe('the brand of a page', () => {
  it('is in its colours, with the corners of the shop', async () => {
    await place(shop.db, { brand: ['LAMP:1'] });
    const { body } = await open('brand');
    expect(body).toContain('--brand: #7a3b00; --radius: 3px');
    expect(body).toContain('--brand: #ffb36b');
  });

  it('stands on a page that knows no order too', async () => {
    const { headers, body } = await shop.call('GET', '/b/nobody', { as: null });
    expect(body).toContain('<img class="logo"');
    expect(headers.get('Content-Security-Policy')).toContain(
      "img-src 'self' data: https://logos.example;",
    );
  });
});
