/**
 * The one spelling of a SKU: without blanks at its ends, and in NFC (Unicode Standard Annex 15).
 * Two spellings of one name would be two shelves, on one of which units lie while customers wait
 * at the other. Whoever adapts another system's SKU spells it so; HTTP refuses any other spelling.
 */
export const spellSku = (written: string): string => written.trim().normalize('NFC');
