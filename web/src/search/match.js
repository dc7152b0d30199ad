// In: what one typed, and the index of a folder of pages. Out: the things it may mean, best first.

const SMALL = new Set("de du des la le les l d et en au aux a sur pour the of and in".split(" "));

/** The words of a text as they are compared: no case, accents, ligatures or hyphens; acronyms with dots joined. */
export function wordsOf(text) {
  const joined = text.replace(/\b(?:\p{L}\.){2,}/gu, (found) => found.replaceAll(".", ""));
  const plain = joined.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").replaceAll("ß", "ss");
  const bare = plain.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.split(/[^a-z0-9]+/).filter(Boolean);
}

/** Whether two words are one error of typing apart: a letter more, less, other, or two that changed places. */
export function near(one, two) {
  if (Math.abs(one.length - two.length) > 1 || one === two) return one === two;
  let i = 0;
  while (i < one.length && one[i] === two[i]) i += 1;
  const [a, b] = [one.slice(i), two.slice(i)];
  if (a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)) return true;
  return a.length === b.length && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2);
}

/** The index with its words: done once, since a search is made at each letter. */
export function unpack({ kinds, things }, lang) {
  const second = lang === "en" ? 1 : 0;
  return things.map(([id, label, english, names, codes, kind, place], rank) => {
    const own = new Set([label, english, ...names].flatMap(wordsOf));
    const there = new Set([...wordsOf(place), ...kinds[kind].flatMap(wordsOf)]);
    const whole = new Set([label, english, ...names].map((name) => wordsOf(name).join(" ")));
    const shown = second && english ? english : label;
    return { id, label: shown, kind: kinds[kind][second], place, rank, own, there, whole, codes: codes.map((code) => code.toLowerCase()) };
  });
}

function best(word, among, last) {
  if (among.has(word)) return 4;
  let found = 0;
  for (const other of among) {
    if (other.startsWith(word)) found = Math.max(found, last ? 3 : 2.5);
    else if (found < 1 && word.length > 3 && near(word, other)) found = 1;
  }
  return found;
}

/** The things found: each word must be met, in a name or in a place or kind; whole names first, then the best known. */
export function search(things, text, most = 40) {
  const all = wordsOf(text);
  const words = all.some((word) => !SMALL.has(word)) ? all.filter((word) => !SMALL.has(word)) : all;
  if (!words.length) return [];
  const name = all.join(" ");
  const code = name.replaceAll(" ", "");
  const found = [];
  for (const thing of things) {
    let score = thing.codes.includes(code) || (/^\d{14}$/.test(code) && thing.codes.includes(code.slice(0, 9))) ? 100 : 0;
    if (thing.whole.has(name)) score += 20;
    let near = false;
    for (const [place, word] of words.entries()) {
      const own = best(word, thing.own, place === words.length - 1);
      const met = Math.max(own, 0.6 * best(word, thing.there, place === words.length - 1));
      if (!met && score < 20) {
        score = 0;
        break;
      }
      near ||= met <= 1;
      score += met;
    }
    if (score) found.push({ ...thing, score, near });
  }
  found.sort((a, b) => b.score - a.score || a.rank - b.rank);
  return found.slice(0, most);
}
