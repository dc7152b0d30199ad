// In: a text. Out: what names are compared by, as naming/normalise.py says: no case, accents, ligatures, hyphens or
// apostrophes, acronyms without dots, saints in full. A test compares the two.
const plain = (() => {
  const full = { st: "saint", ste: "sainte" };
  const dotted = /(?<![\p{L}\p{N}_])((?:\p{L}\.)+\p{L})(?:\.|(?![\p{L}\p{N}_]))/gu;
  return (text) => text.normalize("NFKC").replace(dotted, (_, letters) => letters.replaceAll(".", "") + " ")
    .replace(/œ/gi, "oe").replace(/æ/gi, "ae").normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}_]+/gu, " ").trim().split(" ").map((word) => full[word] || word).join(" ");
})();
