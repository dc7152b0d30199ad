// In: the drawing of a network, as `maillage.views.explorer.drawing` packs it. Out: its nodes, links and ties, put together.

const FORMAT = 1;

const worded = ([id, fr, en]) => ({ id, fr, en });

export function unpack(packed) {
  if (packed?.format !== FORMAT) throw new Error(`format ${packed?.format}`);
  const families = packed.families.map(([id, fr, en, shape, fill, border, actor], index) => (
    { index, id, key: keyOf(id), fr, en, shape, fill, border, actor }));
  const kinds = packed.kinds.map(([id, fr, en, family]) => ({ id, fr, en, family: families[family] }));
  const through = packed.through.map((one, index) => ({ index, ...worded(one), key: keyOf(one[0]) }));
  const roles = packed.roles.map((one) => ({ ...worded(one), key: keyOf(one[0]) }));
  const themes = packed.themes.map((one) => ({ ...worded(one), key: keyOf(one[0]) }));
  const arrangements = packed.arrangements.map(([id, label, kind, own]) => (
    { id, label, family: through[kind], themes: own.map((number) => themes[number]) }));
  const periods = packed.periods.map(([begins, begun, ends, ended, open, fr, en]) => (
    { begins, begun, ends, ended, open: Boolean(open), fr, en }));
  const rolesets = packed.rolesets.map((numbers) => numbers.map((number) => roles[number]));
  const groups = packed.groups.map(([x, y, radius, size, best], index) => ({ index, x, y: -y, radius, size, ...called(best, size - 1) }));
  const nodes = packed.nodes.map(([id, label, kind, x, y, group, also, place], index) => ({
    index, id, label, kind: kinds[kind], x, y: -y, group: groups[group] ?? null, also, place: packed.territories[place] ?? null,
  }));
  const links = packed.links.map(([source, target, ...ties], index) => ({
    index,
    source: nodes[source],
    target: nodes[target],
    id: `${nodes[source].id}~${nodes[target].id}`,
    ties: ties.map(([arrangement, period, roleset, marks]) => ({
      arrangement: arrangements[arrangement],
      ...periods[period],
      roles: rolesets[roleset],
      inferred: Boolean(marks & 1),
      planned: Boolean(marks & 2),
    })),
  }));
  const { name, title, directed, twoModes, rule, version, query, around, base } = packed;
  return { name, title, directed, twoModes, rule, version, query, around, base, families, kinds, through, roles, themes, arrangements, groups, nodes, links };
}

// A community is called after the best tied of it.
function called(best, more) {
  if (!more) return { fr: best, en: best, brief: best };
  return { fr: `${best} et ${more} autre${more > 1 ? "s" : ""}`, en: `${best} and ${more} more`, brief: `${best} +${more}` };
}

// What stands for a thing in an address: the end of its name.
export function keyOf(id) {
  return id ? /[^#/:]*$/.exec(id)[0] : "other";
}

// The IRI of what has an id in a drawing; a body on both sides of a network is one thing.
export function iriOf(id, base) {
  const bare = id.replace(/#arrangement$/, "");
  return /^[a-z]+:/.test(bare) ? bare : base + bare;
}
