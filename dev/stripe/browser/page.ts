/** As much of a browser as the script needs; the rest of the code is not for browsers. */
export type Page = {
  document: {
    currentScript: { src: string } | null;
    createElement(tag: string): Node;
    querySelector(selector: string): Node | null;
  };
  location: { assign(url: string): void };
  Stripe?: (publishableKey: string) => object;
};

export type Node = {
  id: string;
  value: string;
  textContent: string | null;
  htmlFor: string;
  name: string;
  style: Record<string, string>;
  append(...nodes: Node[]): void;
  replaceChildren(...nodes: Node[]): void;
  remove(): void;
  focus(): void;
  addEventListener(type: string, listener: () => void): void;
};

/** What the API answers: an intent of either kind, or an error object. */
export type Answer = {
  id: string;
  object: 'payment_intent' | 'setup_intent';
  status: string;
  client_secret: string;
  next_action: { redirect_to_url?: { url: string } } | null;
  error?: Failure;
};

export type Failure = { type: string; code?: string; message: string };

/** The intent under its own name, or what went wrong. */
export type Result = { paymentIntent?: Answer; setupIntent?: Answer; error?: Failure };

/** What `elements()` holds: the secret it was made for, and the field once it is on the page. */
export type Elements = { clientSecret: string | undefined; field: Node | undefined };

export type Confirmation = {
  elements?: object;
  clientSecret?: string;
  confirmParams?: { return_url?: string; payment_method?: string };
  redirect?: 'always' | 'if_required';
};
