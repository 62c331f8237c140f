/** A picture of the shop's name. `darkUrl`: for a dark ground, where the other does not read. */
type Logo = { url: string; darkUrl: string | null; width: number; height: number; alt: string };

/** The shop as its mails and pages introduce it. Null: there is none, and all reads well so. */
export type Brand = {
  name: string;
  url: string | null;
  logo: Logo | null;
  /** Hex colours that hold 4.5:1 on the card of each palette, and with that card's colour on them. */
  colour: { light: string; dark: string };
  /** Of buttons and panels, in pixels. */
  radius: number;
  postalAddress: string | null;
  supportEmail: string | null;
  replyTo: string | null;
  social: readonly { name: string; url: string }[];
};

/** A brand that looks good with a name alone. */
export const brandOf = (given: Pick<Brand, 'name'> & Partial<Brand>): Brand => ({
  url: null,
  logo: null,
  colour: { light: '#1f2328', dark: '#e6e9ec' },
  radius: 6,
  postalAddress: null,
  supportEmail: null,
  replyTo: null,
  social: [],
  ...given,
});
