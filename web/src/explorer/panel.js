// What one reads of a thing that is clicked: a link with its sentences, several lines, an actor, a community. The state's
// choice comes in; the panel of the page is filled, and says what is chosen next.

import { button, h } from "./dom.js";
import { iriOf } from "./data.js";
import { isOpen } from "./fold.js";
import { glyph, stroke } from "./marks.js";
import { filled, many, number } from "./wording.js";

export function panel(root, { words: t, lang, data, source, thing, around, go, back }) {
  const heading = h("h2", { tabindex: "-1" });
  const body = h("div", { class: "body" });
  root.append(h("div", { class: "head" }, heading, button("×", close, { class: "close plain", "aria-label": t.close })), body);
  let turn = 0;

  function close() {
    go({ link: null, node: null });
    back();
  }
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());

  function open(title, ...children) {
    turn += 1;
    const inside = root.contains(document.activeElement);
    heading.replaceChildren(...[title].flat());
    body.replaceChildren(...children.flat().filter(Boolean));
    root.hidden = false;
    root.scrollTop = 0;
    if (inside) heading.focus(); // what one pressed is gone
    return turn;
  }

  const address = (id) => (thing ? thing.replace("{id}", encodeURI(iriOf(id, data.base).replace(data.base, ""))) : null);
  const own = (id) => iriOf(id, data.base).startsWith(data.base);
  const linked = (href, text) => (href ? h("a", { href }, text) : text);

  function tie(told, standing) {
    const marks = [told.modality && t[told.modality], told.inferred && t.inferred].filter(Boolean);
    return h("article", { class: "tie" },
      h("h3", {}, linked(told.page, told.label)),
      h("p", { class: "when" }, [told.kindLabel, told.relation, told.when].filter(Boolean).join(" · ")),
      h("p", { class: "when" }, stroke(standing.standing), ` ${standing.words}`, ...marks.map((mark) => [" ", h("span", { class: "mark" }, mark)])),
      told.inferred && h("p", { class: "note" }, t.inferredHint),
      told.roles.length && h("ul", { class: "lines" }, told.roles.map(({ label, role }) => h("li", {}, label, role ? h("span", { class: "label" }, ` : ${role}`) : null))),
      quotations(told));
  }

  function quotations(told) {
    if (!told.quotations.length) return h("p", { class: "note" }, t.noQuotes);
    return told.quotations.map((one) => {
      const where = h("footer", {}, linked(one.page, one.title), one.part ? `, ${one.part}` : "",
        one.exact && one.start !== null ? ` (${filled(t.chars, one)})` : "",
        one.source ? [" · ", h("a", { href: one.source, rel: "noopener noreferrer external", target: "_blank" }, new URL(one.source).hostname.replace(/^www\./, ""))] : null);
      return one.exact ? h("blockquote", { lang: "fr" }, h("p", {}, `« ${one.exact} »`), where) : h("div", { class: "register" }, h("p", { class: "note" }, t.register), where);
    });
  }

  // One link, with all that is said of it; what the filters hide is counted.
  async function link(shown, inState) {
    const { source: a, target: b } = shown.link;
    const ends = [button(a.label, () => go({ node: a.id, link: null }), { class: "end" }), data.directed ? " → " : " — ", button(b.label, () => go({ node: b.id, link: null }), { class: "end" })];
    const mine = open(ends, h("p", { class: "note", role: "status" }, t.linkLoading));
    try {
      const told = await source.link(shown.link);
      if (mine !== turn) return;
      const visible = shown.ties.map((one) => ({ id: one.tie.arrangement.id, fr: one.tie.fr, en: one.tie.en, standing: one.standing, left: true }));
      const kept = [];
      for (const one of told.ties) {
        const found = visible.find((seen) => seen.left && seen.id === one.iri && seen[lang] === one.when) ?? visible.find((seen) => seen.left && seen.id === one.iri);
        if (!found) continue;
        found.left = false;
        kept.push(tie(one, { standing: found.standing, words: inState(found.standing) }));
      }
      const hidden = told.ties.length - kept.length;
      body.replaceChildren(...kept, hidden > 0 ? h("p", { class: "note" }, many(t.hiddenTies, hidden, lang)) : "");
      root.dataset.told = shown.link.id;
    } catch (error) {
      if (mine !== turn) return;
      body.replaceChildren(h("p", { class: "wrong" }, filled(t.linkFailed, { why: error.message })), button(t.retry, () => link(shown, inState), { class: "plain" }));
    }
  }

  const named = (unit) => (unit.group ? unit.group[lang] : unit.node.label);
  const listed = (title, choices) => open(title, h("ul", { class: "choices" }, choices.map(([text, choose, note]) => h("li", {}, button(text, choose, { class: "plain" }), note ? h("span", { class: "label" }, ` ${note}`) : null))));

  function lines(found) {
    listed(t.severalLines, found.map((line) => [`${named(line.a)} ${data.directed ? "→" : "—"} ${named(line.b)}`, () => go({ link: line.id, node: null }), many(t.linksWord, line.links.length, lang)]));
  }

  function gathered(line) {
    listed(filled(t.lineOfGroups, { links: many(t.linksWord, line.links.length, lang) }),
      line.links.map(({ link: one, arrangements }) => [`${one.source.label} ${data.directed ? "→" : "—"} ${one.target.label}`, () => go({ link: one.id, node: null }), many(t.throughWord, arrangements.size, lang)]));
  }

  function node(one, links, state, toggle) {
    const partners = links.filter(({ link: { source: a, target: b } }) => a === one || b === one)
      .map((shown) => [shown.link.source === one ? shown.link.target : shown.link.source, shown])
      .sort(([, a], [, b]) => b.arrangements.size - a.arrangements.size);
    open([glyph(one.kind.family), " ", one.label],
      h("p", { class: "when" }, [one.kind[lang], one.place].filter(Boolean).join(" · ")),
      one.also.length && h("p", { class: "note" }, one.also.join(" ; ")),
      h("p", { class: "acts" }, own(one.id) && address(one.id) && h("a", { href: address(one.id), class: "button plain" }, t.page),
        around && own(one.id) && h("a", { href: around.replace("0actor0", encodeURIComponent(iriOf(one.id, data.base))), class: "button plain" }, t.aroundThis)),
      one.group && one.group.size > 3 && h("p", {}, `${t.ofGroup} `, h("b", {}, one.group[lang]), ". ", button(isOpen(one.group, state) ? t.closeGroup : t.openGroup, () => toggle(one.group), { class: "inline" })),
      h("h3", {}, `${t.nodePartners} (${number(partners.length, lang)})`),
      h("ul", { class: "choices" }, partners.map(([other, shown]) => h("li", {}, glyph(other.kind.family), button(other.label, () => go({ link: shown.link.id, node: null }), { class: "inline", "aria-label": filled(t.readLink, { a: one.label, b: other.label }) }),
        h("span", { class: "label" }, ` ${many(t.throughWord, shown.arrangements.size, lang)}`)))));
  }

  function group(unit, state, toggle) {
    const members = [...unit.members].sort((a, b) => a.label.localeCompare(b.label, lang));
    open(unit.group[lang],
      h("p", {}, filled(t.groupText, { nodes: many(data.twoModes ? t.thingsWord : t.actorsWord, members.length, lang), inner: many(t.linksWord, unit.inner, lang) })),
      button(isOpen(unit.group, state) ? t.closeGroup : t.openGroup, () => toggle(unit.group), { class: "open-group" }),
      h("ul", { class: "choices" }, members.map((one) => h("li", {}, glyph(one.kind.family), button(one.label, () => go({ node: one.id, link: null }), { class: "inline" })))));
  }

  return { link, lines, gathered, node, group, gone: () => open(t.panel, h("p", { class: "note" }, t.goneLink)), hide: () => ((root.hidden = true), (turn += 1)), focus: () => heading.focus() };
}
