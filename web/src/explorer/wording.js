// In: a sentence with blanks, or one and several of a word, and values. Out: the sentence.

export const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);

// "1 lien", "2 liens": the words are [one, several]; in French none is one.
export function many(words, n, lang) {
  const one = lang === "fr" ? n < 2 : n === 1;
  return filled(words[one ? 0 : 1], { n: number(n, lang) });
}

export const number = (n, lang) => new Intl.NumberFormat(lang === "fr" ? "fr-FR" : "en-GB", { maximumFractionDigits: 3 }).format(n);
