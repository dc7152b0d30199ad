// In: the text of a query and what the graph has. Out: what stands before the cursor, what fits there, the text mended.

/** The word a reader is typing: a variable, or a name with its prefix; null in between. */
export function wordBefore(text) {
  return /(?:[?$][\w]*|[A-Za-z][\w-]*(?::[\w.-]*)?|:[\w.-]*)$/.exec(text)?.[0] ?? null;
}

/** Whether the cursor, at the end of a text, stands in a string, an IRI or a comment, where nothing is completed. */
export function inside(text) {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|<[^<>\s]*>/g, "");
  return /["'#]/.test(bare) || /<[^\s=]*$/.test(bare);
}

/** The variables of a query, in order, each once. */
export function variables(text) {
  return [...new Set(text.match(/[?$]\w+/g) ?? [])];
}

/** The prefixes a query declares. */
export function declared(text) {
  return new Set([...text.matchAll(/^\s*PREFIX\s+([\w.-]*):/gim)].map((found) => found[1]));
}

/** The lines that declare the prefixes used and not declared, of those the graph knows. */
export function lacking(text, prefixes) {
  const there = declared(text);
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#.*$/gm, " ");
  const used = new Set([...bare.matchAll(/(?<![\w?$])([A-Za-z][\w-]*):/g)].map((found) => found[1]));
  return Object.keys(prefixes)
    .filter((name) => used.has(name) && !there.has(name))
    .map((name) => `PREFIX ${name}: <${prefixes[name]}>\n`)
    .join("");
}

const KEYWORDS = (
  "SELECT CONSTRUCT ASK DESCRIBE DISTINCT WHERE FROM NAMED GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES EXISTS NOT " +
  "GROUP ORDER BY HAVING LIMIT OFFSET ASC DESC AS IN UNDEF PREFIX BASE COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR " +
  "LANG LANGMATCHES DATATYPE BOUND IRI CONCAT STRLEN SUBSTR UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER " +
  "REPLACE REGEX ABS ROUND CEIL FLOOR YEAR MONTH DAY COALESCE IF SAMETERM ISIRI ISBLANK ISLITERAL ISNUMERIC"
).split(" ");

/** What fits a word: label, what it is, and a hint, the most used first. */
export function fitting(word, text, terms) {
  if (/^[?$]/.test(word)) return variables(text).filter((name) => name !== word).map((label) => ({ label, type: "variable" }));
  const of = (type) => terms[type].map(([label, detail, n]) => ({ label, type, detail, n }));
  const named = ["properties", "classes", "concepts"].flatMap(of);
  if (word.includes(":")) return named;
  return [...KEYWORDS.map((label) => ({ label, type: "keyword" })), ...named];
}
