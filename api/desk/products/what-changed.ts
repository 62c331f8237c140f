import { formOf, type ProductForm } from './form.ts';
import type { Product } from './product-page.tsx';

/** A field that differs, in words: what it was when it was read, and what it is now. */
export type Change = { field: string; before: string; after: string };

const names: { [Field in keyof ProductForm]: string } = {
  title: 'Title',
  url: 'Page',
  imageUrl: 'Picture',
  backorderLimit: 'How many units may wait',
  handlingDays: 'Handling days',
  stories: 'Stories',
  related: 'Related products',
};

/** In what two versions of a product differ, field by field. */
export const whatChanged = (before: Product | undefined, after: Product | undefined): Change[] => {
  const [was, is] = [formOf(before), formOf(after)];
  return (Object.keys(names) as (keyof ProductForm)[]).flatMap((field) => {
    const [a, b] = [show(was[field]), show(is[field])];
    return a === b ? [] : [{ field: names[field], before: a, after: b }];
  });
};

const show = (value: string | readonly Record<string, string>[]): string => {
  if (typeof value === 'string') return value === '' ? 'nothing' : value;
  if (value.length === 0) return 'none';
  const parts = value.map((part) => Object.values(part).filter(Boolean).join(', '));
  return parts.map((part, nth) => `${nth + 1}. ${part}`).join(' ');
};
