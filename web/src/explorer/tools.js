// What can be done with what is shown: go to its table, take its query, cite it, take it away as a file, show it elsewhere.

import { button, h } from "./dom.js";
import { csv, gexf, graphml } from "./formats.js";
import { picture } from "./picture.js";
import { sparql } from "./sparql.js";
import { filled, many } from "./wording.js";

export function tools(root, { words: t, lang, data, editor, title, view, seen, twin }) {
  const name = data.name || "network";
  const query = h("textarea", { readonly: true, rows: 12, spellcheck: "false", "aria-label": t.sparql });
  const open = h("a", { class: "button" }, t.sparqlOpen);
  const many_ = h("p", {});
  const cited = h("textarea", { readonly: true, rows: 4, "aria-label": t.cite });
  const framed = h("textarea", { readonly: true, rows: 4, spellcheck: "false", "aria-label": t.embed });
  const menus = [];

  function menu(key, fill, ...children) {
    const fold = h("details", { class: "menu", "data-tool": key, on: { toggle: () => fold.open && (menus.forEach((one) => one !== fold && (one.open = false)), fill()), keydown: (event) => {
      if (event.key !== "Escape") return;
      fold.open = false;
      fold.firstChild.focus();
    } } }, h("summary", { class: "button plain" }, t[key]), h("div", { class: "sheet" }, children));
    menus.push(fold);
    return fold;
  }

  const copy = (area) => button(t.copy, async (event) => {
    const pressed = event.currentTarget;
    area.select();
    try {
      await navigator.clipboard.writeText(area.value);
    } catch {
      document.execCommand("copy");
    }
    pressed.textContent = t.copied;
    setTimeout(() => (pressed.textContent = t.copy), 2000);
  }, { class: "plain" });

  function save(text, ending, type) {
    const href = URL.createObjectURL(text instanceof Blob ? text : new Blob([text], { type }));
    const link = h("a", { href, download: `maillage-${name}.${ending}` });
    link.click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  const drawn = () => picture({ ...seen(), title, notes: [told(), location.href], measure });
  const told = () => filled(t.citeText, { title, rule: "", version: data.version, dated: filled(t.citeDated, { day: t.day }), address: "" }).trim();
  const files = {
    csv: () => save(csv(view()), "csv", "text/csv"),
    gexf: () => save(gexf({ ...view(), told: told() }), "gexf", "application/xml"),
    graphml: () => save(graphml({ ...view(), told: told() }), "graphml", "application/xml"),
    svg: () => save(drawn(), "svg", "image/svg+xml"),
    png: async () => save(await painted(drawn()), "png"),
  };
  const press = (form) => button(form.toUpperCase(), files[form], { class: "plain", "data-form": form });

  root.append(
    h("a", { href: "#twin", class: "button plain", on: { click: (event) => (event.preventDefault(), twin.scrollIntoView(), twin.focus()) } }, t.table),
    menu("sparql", () => {
      query.value = sparql(data, view().state);
      many_.textContent = filled(t.sparqlTitle, { links: many(t.linksWord, view().links.length, lang) });
      if (editor) open.href = `${editor}#${new URLSearchParams({ query: query.value })}`;
    }, many_, h("p", { class: "note" }, t.sparqlHint), query, h("p", { class: "acts" }, copy(query), editor ? open : null)),
    menu("cite", () => (cited.value = filled(t.citeText, { title, rule: data.rule[lang] ? ` (${data.rule[lang]})` : "", version: data.version, dated: filled(t.citeDated, { day: t.day }), address: location.href })),
      h("p", {}, t.citeTitle), cited, h("p", { class: "acts" }, copy(cited))),
    menu("export", () => {}, h("p", {}, t.exportTitle), h("p", { class: "acts" }, ["csv", "gexf", "graphml"].map(press)), h("p", {}, t.exportPicture), h("p", { class: "acts" }, ["png", "svg"].map(press))),
    menu("embed", () => {
      const address = new URL(location.href);
      address.searchParams.set("embed", "1");
      address.hash = "";
      framed.value = `<iframe src="${address.href.replaceAll("&", "&amp;")}" title="${title.replaceAll('"', "&quot;")}" width="100%" height="720" loading="lazy"></iframe>`;
    }, h("p", {}, t.embedTitle), framed, h("p", { class: "acts" }, copy(framed))));
}

const pen = () => document.createElement("canvas").getContext("2d");
function measure(text) {
  const context = pen();
  context.font = "13px sans-serif";
  return context.measureText(text).width;
}

// A picture as pixels, twice as fine as the screen.
async function painted(text) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = h("canvas", { width: image.width * 2, height: image.height * 2 });
  const context = canvas.getContext("2d");
  context.scale(2, 2);
  context.drawImage(image, 0, 0);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
