// What the bounds of a tie say of a period, as `maillage.network.standing` reads them. A tie's bounds are the first and
// last day (ISO, or null) on which it may begin and end, and whether its end is said to be open.

export const STANDINGS = ["certain", "possible", "unknown"];

// The first and last day of a year, a month or a day; null for what is none of these.
export function period(text) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text ?? "");
  if (!found) return null;
  const [, year, month = null, day = null] = found;
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(Number(year), month ? Number(month) : 12, 0); // day 0: the last one of the month before
  if (month && (month < "01" || month > "12")) return null;
  if (day && (day < "01" || Number(day) > last.getUTCDate())) return null;
  const until = day ?? String(last.getUTCDate()).padStart(2, "0");
  return [`${year}-${month ?? "01"}-${day ?? "01"}`, `${year}-${month ?? "12"}-${until}`];
}

// Certain where a tie runs whatever the exact dates, possible where its bounds allow it, unknown where a bound that would
// tell is missing; null where its bounds exclude it. Without a period: how much is known of its dates.
export function standing(tie, asked) {
  const { begins, begun, ends, ended, open } = tie;
  if (!asked) {
    if (begins && (ended || open)) return "certain";
    return begins || begun || ends || ended || open ? "possible" : "unknown";
  }
  const [since, before] = asked;
  if ((ended && ended < since) || (begins && begins > before)) return null;
  if (ends && ends >= since && begun && begun <= before) return "certain";
  return (ended || open) && begins ? "possible" : "unknown";
}

// The better known of two: what a line says that stands for several ties.
export function better(one, other) {
  if (!one || !other) return one ?? other;
  return STANDINGS.indexOf(one) <= STANDINGS.indexOf(other) ? one : other;
}

// The years from the first to the last that a bound names; empty where no date is known.
export function years(ties, most = 80) {
  let first = Infinity;
  let last = -Infinity;
  for (const { begins, begun, ends, ended } of ties)
    for (const day of [begins, begun, ends, ended]) {
      if (!day) continue;
      const year = Number(day.slice(0, 4));
      first = Math.min(first, year);
      last = Math.max(last, year);
    }
  if (first > last) return [];
  return Array.from({ length: Math.min(last - first + 1, most) }, (_, i) => Math.max(first, last - most + 1) + i);
}

// How many ties stand how in each year.
export function histogram(ties, among = years(ties)) {
  return among.map((year) => {
    const asked = period(String(year));
    const bar = { year, certain: 0, possible: 0, unknown: 0 };
    for (const tie of ties) {
      const said = standing(tie, asked);
      if (said) bar[said] += 1;
    }
    return bar;
  });
}
