/**
 * The element `<backorder-status>` of product pages, as browsers run it: no framework, nothing that
 * a strict policy of the page would refuse, and text only as text. `publicUrl` is where it asks
 * when it cannot tell where it came from.
 */
export const widgetScript = (publicUrl: string): string =>
  source.replace("'PUBLIC_URL'", () => JSON.stringify(publicUrl));

const source = String.raw`(() => {
const name = 'backorder-status';
if (!window.customElements || customElements.get(name)) return;

// A module has no currentScript: its element is looked for, that of our own address first.
const own = new URL('widget.js', 'PUBLIC_URL'.replace(/\/?$/, '/'));
const modules = [...document.querySelectorAll('script[type=module][src*="/widget.js"]')];
const addresses = modules.map(({ src }) => new URL(src));
const from = document.currentScript?.src
  || (addresses.find(({ origin }) => origin === own.origin) ?? addresses[0] ?? own);
const api = new URL('v1/availability', from);

const mostSkus = 50;
const mostCharacters = 6000;
const timeoutMs = 10000;

const style = ':host{display:block;min-block-size:var(--backorder-status-height,3em);line-height:1.5}'
  + ':host([hidden]),[hidden]{display:none!important}'
  + '[part~=status]{display:flex;align-items:baseline;gap:.5em;color:var(--backorder-status-color,inherit)}'
  + '[part=mark]{flex:none;box-sizing:border-box;inline-size:.65em;block-size:.65em;'
  + 'border:.15em solid;border-radius:50%}'
  + '[part~=in_stock]>[part=mark]{border-width:.325em;color:var(--backorder-status-in-stock,inherit)}'
  + '[part~=backorder]>[part=mark]{color:var(--backorder-status-backorder,inherit)}'
  + '[part~=out_of_stock]>[part=mark]{color:var(--backorder-status-out-of-stock,inherit)}'
  + '[part=text]{min-inline-size:0;overflow-wrap:anywhere;text-wrap:balance}';

const sheets = [];
try {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  sheets.push(sheet);
} catch {}

const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
};

// The language of the element, or of what it stands in, shadow trees too.
const localeOf = (element) => {
  let tag = element.getAttribute('locale');
  for (let at = element; !tag && at; at = at.getRootNode().host) tag = at.closest('[lang]')?.lang;
  try {
    return Intl.getCanonicalLocales((tag || 'en').replaceAll('_', '-'))[0];
  } catch {
    return 'en';
  }
};

const waiting = new Set();
let isPlanned = false;

// Whatever is found while the page is parsed, or in the same moment, is asked for together.
const plan = (element) => {
  waiting.add(element);
  if (isPlanned) return;
  isPlanned = true;
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', flush, { once: true });
  else setTimeout(flush);
};

const flush = () => {
  isPlanned = false;
  const groups = new Map();
  for (const element of waiting) {
    const { sku, query, key } = element.asked;
    const group = groups.get(query) ?? new Map();
    groups.set(query, group.set(sku, [...(group.get(sku) ?? []), { element, key }]));
  }
  waiting.clear();
  for (const [query, bySku] of groups) {
    for (const skus of batches([...bySku.keys()])) load(query, skus, bySku);
  }
};

const write = (sku) => '&sku=' + encodeURIComponent(sku);

const batches = (skus) => {
  const all = [[]];
  let characters = 0;
  for (const sku of skus) {
    characters += write(sku).length;
    if (all.at(-1).length === mostSkus || characters > mostCharacters) {
      all.push([]);
      characters = write(sku).length;
    }
    all.at(-1).push(sku);
  }
  return all;
};

const load = async (query, skus, bySku) => {
  const said = await ask(query, skus).catch(() => new Map());
  for (const sku of skus) {
    for (const { element, key } of bySku.get(sku)) element.hear(key, said.get(sku));
  }
};

const ask = async (query, skus) => {
  const url = api.href + '?' + query + skus.map(write).join('');
  const answer = await fetch(url, { credentials: 'omit', signal: AbortSignal.timeout(timeoutMs) });
  const body = await answer.json();
  if (answer.status === 422) {
    // One SKU that is written wrongly leaves the others their answer.
    const wrong = new Set(body.errors.map(({ pointer }) => /^\/sku\/(\d+)$/.exec(pointer)?.[1]));
    const right = skus.filter((_, index) => !wrong.has(String(index)));
    if (right.length > 0 && right.length < skus.length) return ask(query, right);
  }
  if (!answer.ok) throw new Error(answer.status);
  const language = answer.headers.get('Content-Language') ?? '';
  return new Map(body.data.map((one) => [one.sku, { ...one, language }]));
};

class BackorderStatus extends HTMLElement {
  static observedAttributes = ['sku', 'quantity', 'location', 'locale'];
  #mark = make('span', { part: 'mark', 'aria-hidden': 'true', hidden: '' });
  #text = make('span', { part: 'text' });
  #status = make('div', { part: 'status', dir: 'auto', 'aria-live': 'polite' }, this.#mark, this.#text);
  #fallback = make('slot', {});
  asked = { sku: null };

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    if (sheets.length > 0) root.adoptedStyleSheets = sheets;
    root.append(this.#status, this.#fallback);
  }

  connectedCallback() {
    const sku = this.getAttribute('sku') ?? '';
    const query = new URLSearchParams({ locale: localeOf(this) });
    for (const each of ['quantity', 'location']) {
      if (this.getAttribute(each)) query.set(each, this.getAttribute(each));
    }
    const key = query + write(sku);
    if (key === this.asked.key) return;
    // What is said of one SKU is never shown for another.
    if (sku !== this.asked.sku) this.#show();
    this.asked = { sku, query: String(query), key };
    if (sku) plan(this);
    else waiting.delete(this);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.connectedCallback();
  }

  hear(key, said) {
    if (key !== this.asked.key) return;
    // Asked again when it comes into the page anew.
    if (!said) this.asked = { sku: this.asked.sku };
    this.#show(said);
  }

  #show(said) {
    this.#status.setAttribute('part', said ? 'status ' + said.state : 'status');
    this.#text.lang = said?.language ?? '';
    this.#text.textContent = said?.text ?? '';
    this.#mark.hidden = !said;
    this.#fallback.hidden = Boolean(said);
  }
}

customElements.define(name, BackorderStatus);
})();
`;
