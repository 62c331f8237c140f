import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Brand, brandOf } from '../parts/brand.ts';
import type { Overrides } from '../words/catalogue.ts';
import { parseWords } from '../words/overrides.ts';
import { type BrandGiven, parseBrand } from './brand-file.ts';

/** How a shop looks and what it says in its own words. `problems` are lines that name the file. */
export type ShopFiles = {
  given: BrandGiven;
  overrides: Readonly<Record<string, Overrides>>;
  problems: string[];
  notes: string[];
};

/** Reads a shop's files, at start and once. It never throws: what is wrong is told, all of it. */
export const readShopFiles = ({
  brandFile,
  wordsDir,
}: {
  brandFile: string | undefined;
  wordsDir: string | undefined;
}): ShopFiles => {
  const brand = readBrand(brandFile);
  const words = readWords(wordsDir);
  const problems = [...brand.problems, ...words.problems];
  return { given: brand.given, overrides: words.overrides, notes: brand.notes, problems };
};

const readBrand = (file: string | undefined) => {
  if (!file) return { given: {}, problems: [], notes: [] };
  const text = attempt(() => readFileSync(file, 'utf8'));
  if (text === undefined) {
    return { given: {}, problems: ['BRAND_FILE must be a file that can be read'], notes: [] };
  }
  const { given, problems, notes } = parseBrand(text);
  const named = (lines: string[]) => lines.map((line) => `${file}: ${line}`);
  return { given, problems: named(problems), notes: named(notes) };
};

const readWords = (folder: string | undefined) => {
  if (!folder) return { overrides: {}, problems: [] };
  const files = attempt(() =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') })),
  );
  if (files === undefined) {
    return { overrides: {}, problems: ['WORDS_DIR must be a folder whose files can be read'] };
  }
  const { overrides, problems } = parseWords(files);
  return { overrides, problems: problems.map((problem) => `${join(folder, problem)}`) };
};

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

/** The shop as the environment introduces it, and beyond that as its `brand.json` does. */
export const brandFrom = (
  shop: Pick<Brand, 'name' | 'url' | 'supportEmail' | 'postalAddress'>,
  { given }: ShopFiles,
): Brand => brandOf({ ...given, ...shop });
