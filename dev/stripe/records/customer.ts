export type Customer = {
  id: string;
  object: 'customer';
  created: number;
  livemode: false;
  email: string | null;
  name: string | null;
  phone: string | null;
  description: string | null;
  default_source: null;
  balance: number;
  shipping: null;
  metadata: Record<string, string>;
};
