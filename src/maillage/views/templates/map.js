// The map of coverage: what the HTML already says (outlines, table, contracts), made to answer to pointer and keyboard.
"use strict";
(() => {
  const t = JSON.parse(document.getElementById("words").textContent);
  const $ = (id) => document.getElementById(id);
  const french = document.documentElement.lang === "fr";
  const collator = new Intl.Collator(french ? "fr" : "en", { numeric: true });
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, key) => values[key]);
  function el(tag, given, ...children) {
    const node = document.createElement(tag);
    for (const [key, value] of Object.entries(given)) if (value !== null && value !== undefined) node.setAttribute(key, value);
    node.append(...children.filter((child) => child !== null && child !== undefined));
    return node;
  }

  // ---------- what there is ----------
  const map = $("map"), panel = $("panel"), tip = $("tip"), canvas = map.parentElement;
  const rows = new Map(); // code -> { row, label, area, path }: a territory without outline has no area
  for (const row of document.querySelectorAll("#table tbody tr"))
    rows.set(row.dataset.code, { code: row.dataset.code, row, label: row.querySelector(".label").textContent });
  const areas = [];
  for (const area of document.querySelectorAll("#areas .area")) {
    const place = rows.get(area.dataset.code), path = area.querySelector("path"), title = area.querySelector("title");
    // The browser's own tooltip gives way to ours; its words stay as the name.
    Object.assign(place, { area, path, words: title.textContent });
    area.setAttribute("aria-label", place.words.replace("\n", ", "));
    area.setAttribute("role", "button");
    area.setAttribute("tabindex", "-1");
    title.remove();
    areas.push(place);
  }
  for (const place of areas) {
    const box = place.path.getBBox();
    Object.assign(place, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  }
  for (const copy of document.querySelectorAll(".copy")) copy.dataset.code = copy.dataset.of;
  const body = document.querySelector("#table tbody"), heads = [...document.querySelectorAll("#table thead th")];
  const names = heads.map((head) => head.textContent.trim());
  const placeAt = (target) => {
    const found = target instanceof Element ? target.closest("[data-code]") : null;
    return found && map.contains(found) ? rows.get(found.dataset.code) : null;
  };

  // ---------- the eye: what part of the sheet is in view ----------
  const [left, top, width, height] = map.getAttribute("viewBox").split(" ").map(Number);
  const eye = { x: left, y: top, k: 1 };
  function look() {
    const w = width / eye.k, h = height / eye.k;
    eye.x = Math.min(Math.max(eye.x, left), left + width - w);
    eye.y = Math.min(Math.max(eye.y, top), top + height - h);
    map.setAttribute("viewBox", [eye.x, eye.y, w, h].map((n) => n.toFixed(1)).join(" "));
    map.classList.toggle("near", eye.k > 1);
    $("zoom-out").disabled = eye.k <= 1;
  }
  // A place of the window, on the sheet.
  function onSheet(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    return { x: point.x, y: point.y };
  }
  function zoom(factor, at = { x: eye.x + width / eye.k / 2, y: eye.y + height / eye.k / 2 }) {
    const k = Math.min(24, Math.max(1, eye.k * factor)), by = eye.k / k;
    eye.x = at.x - (at.x - eye.x) * by;
    eye.y = at.y - (at.y - eye.y) * by;
    eye.k = k;
    look();
  }
  function fit() {
    Object.assign(eye, { x: left, y: top, k: 1 });
    look();
  }
  function reveal(place, closer) {
    if (!place.path) return;
    const box = place.path.getBBox();
    if (closer) eye.k = Math.min(24, Math.max(eye.k, Math.min(5, (0.16 * width) / Math.max(box.width, box.height))));
    const w = width / eye.k, h = height / eye.k;
    const inside = box.x > eye.x && box.x + box.width < eye.x + w && box.y > eye.y && box.y + box.height < eye.y + h;
    if (closer || !inside) Object.assign(eye, { x: place.x - w / 2, y: place.y - h / 2 });
    look();
  }
  $("zoom-in").addEventListener("click", () => zoom(1.6));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.6));
  $("fit").addEventListener("click", fit);
  // The wheel alone scrolls the page; with Ctrl, or by a pinch on a pad, it zooms.
  map.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.004), onSheet(event));
  }, { passive: false });
  let drag = null, dragged = false;
  map.addEventListener("pointerdown", (event) => {
    dragged = false;
    if (eye.k > 1 && event.isPrimary && event.button === 0) drag = { at: onSheet(event), x: event.clientX, y: event.clientY };
  });
  addEventListener("pointermove", (event) => {
    if (!drag) return;
    if (!dragged && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 4) return;
    dragged = true;
    hide();
    const now = onSheet(event);
    eye.x += drag.at.x - now.x;
    eye.y += drag.at.y - now.y;
    look();
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { drag = null; });
  map.addEventListener("dragstart", (event) => event.preventDefault());

  // ---------- pointing ----------
  const outline = (id, place) => $(id).setAttribute("d", place && place.path ? place.path.getAttribute("d") : "");
  function hide() {
    tip.hidden = true;
    outline("lit", null);
  }
  function point(place, x, y) {
    outline("lit", place);
    const [name, said] = place.words.split("\n");
    tip.replaceChildren(el("b", {}, name), said);
    tip.hidden = false;
    const box = canvas.getBoundingClientRect();
    const right = Math.min(x - box.x + 14, box.width - tip.offsetWidth - 6), below = y - box.y + 18;
    const high = below + tip.offsetHeight > box.height - 6 ? y - box.y - tip.offsetHeight - 12 : below;
    tip.style.transform = `translate(${Math.max(6, right)}px, ${Math.max(6, high)}px)`;
  }
  map.addEventListener("pointermove", (event) => {
    if (dragged && drag) return;
    const place = placeAt(event.target);
    map.classList.remove("keys");
    if (place && event.pointerType !== "touch") point(place, event.clientX, event.clientY);
    else hide();
  });
  map.addEventListener("pointerleave", hide);
  map.addEventListener("click", (event) => {
    const place = placeAt(event.target);
    if (place) event.preventDefault();
    if (dragged) return;
    if (place) open(place, null);
    else close();
  });

  // ---------- the keyboard on the map: one stop, arrows to the neighbours ----------
  let stop = null;
  function stay(place) {
    if (stop) stop.area.setAttribute("tabindex", "-1");
    stop = place;
    stop.area.setAttribute("tabindex", "0");
  }
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function beside(from, [dx, dy]) {
    let best = null, least = Infinity;
    for (const place of areas) {
      const x = place.x - from.x, y = place.y - from.y;
      const ahead = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
      if (place === from || ahead <= 0 || aside > 2 * ahead) continue;
      const far = ahead + 1.6 * aside;
      if (far < least) [best, least] = [place, far];
    }
    return best;
  }
  map.addEventListener("focusin", (event) => {
    const place = placeAt(event.target);
    if (!place) return;
    stay(place);
    if (!place.area.matches(":focus-visible")) return;
    reveal(place, false);
    map.classList.add("keys");
    const box = place.path.getBoundingClientRect();
    point(place, box.x + box.width / 2, box.y + box.height / 2);
  });
  map.addEventListener("focusout", hide);
  map.addEventListener("keydown", (event) => {
    const place = placeAt(event.target);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (place && ARROWS[event.key]) {
      const next = beside(place, ARROWS[event.key]);
      if (next) next.area.focus({ preventScroll: true });
    } else if (place && (event.key === "Enter" || event.key === " ")) open(place, place.area);
    else if (event.key === "+" || event.key === "=") zoom(1.6, place || undefined);
    else if (event.key === "-") zoom(1 / 1.6, place || undefined);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });

  // ---------- the panel ----------
  let opener = null;
  function open(place, from) {
    opener = from;
    const cells = [...place.row.cells];
    const facts = el("dl", {});
    cells.slice(1, -1).forEach((cell, i) => facts.append(el("dt", {}, names[i + 1]), el("dd", {}, cell.textContent.trim())));
    const cross = document.querySelector("#zoom-in svg").cloneNode(true);
    cross.querySelector("path").setAttribute("d", "M3 3l10 10M13 3L3 13");
    const shut = el("button", { type: "button", class: "close", "aria-label": t.close, title: t.close }, cross);
    shut.addEventListener("click", close);
    const contracts = [...cells.at(-1).querySelectorAll("li")].map((item) => {
      const card = $(item.querySelector("a").hash.slice(1)).cloneNode(true);
      card.removeAttribute("id");
      card.append(el("p", { class: "here" }, item.querySelector("small").textContent));
      return card;
    });
    panel.replaceChildren(
      el("div", { class: "top" }, el("p", { class: "what" }, t.kind[document.documentElement.dataset.level]), shut),
      el("h2", { id: "panel-title", tabindex: "-1" }, place.label),
      facts,
      el("h3", {}, `${names.at(-1)} (${contracts.length})`),
      ...(contracts.length ? contracts : [el("p", { class: "sub" }, t.tipNone)]),
    );
    panel.dataset.code = place.code;
    panel.hidden = false;
    panel.scrollTop = 0;
    choose(place);
    // On a phone the panel covers the foot of the window: the map goes to its head.
    if (matchMedia("(max-width: 820px)").matches && place.area) canvas.scrollIntoView({ block: "start" });
    if (from) $("panel-title").focus({ preventScroll: true });
  }
  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    delete panel.dataset.code;
    choose(null);
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
    opener = null;
  }
  function choose(place) {
    outline("mark", place);
    for (const row of document.querySelectorAll('tr[aria-selected="true"]')) row.removeAttribute("aria-selected");
    if (!place) return;
    place.row.setAttribute("aria-selected", "true");
    if (place.area) stay(place);
  }
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !event.defaultPrevented) close(); });

  // ---------- the table: names open the panel, headings sort ----------
  for (const place of rows.values()) {
    // On a phone rows are drawn as cards, and would be no table to a reader of screens without these.
    for (const cell of place.row.cells) cell.setAttribute("role", cell.tagName === "TH" ? "rowheader" : "cell");
    const button = el("button", { type: "button", class: "label" }, place.label);
    place.row.querySelector(".label").replaceWith(button);
    button.addEventListener("click", () => {
      open(place, button);
      reveal(place, false);
    });
  }
  heads.forEach((head, column) => {
    const numbers = head.classList.contains("num") || head.dataset.key === "contracts";
    const button = el("button", { type: "button", "aria-label": fill(t.sortBy, { name: names[column] }) }, names[column]);
    head.replaceChildren(button);
    // A number as it is written here, a share, or how many contracts; what is not known comes last or first.
    const key = (row) => {
      const cell = row.cells[column];
      if (!numbers) return cell.textContent.trim();
      if (head.dataset.key === "contracts") return cell.querySelectorAll("li").length;
      const digits = cell.textContent.replace(french ? /[^\d,]/g : /[^\d.]/g, "").replace(",", ".");
      return digits ? Number(digits) : -1;
    };
    button.addEventListener("click", () => {
      const before = head.getAttribute("aria-sort");
      const down = before ? before === "ascending" : numbers;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = [...body.rows].map((row) => ({ row, key: key(row) }));
      const compare = (a, b) => (numbers ? a.key - b.key : collator.compare(a.key, b.key));
      // Array sorting is stable: equals keep the order of the sort before.
      body.append(...keyed.sort((a, b) => (down ? compare(b, a) : compare(a, b))).map((one) => one.row));
    });
  });

  // ---------- search ----------
  const search = $("search"), matches = $("matches");
  const MOST = 8;
  let found = [], at = -1;
  const keys = [...rows.values()].map((place) => ({ place, name: plain(place.label), code: plain(place.code) }));
  function list() {
    const asked = plain(search.value.trim());
    const rank = ({ name, code }) => (code === asked ? 0 : name.startsWith(asked) ? 1 : name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked)) ? 2 : name.includes(asked) ? 3 : code.startsWith(asked) ? 4 : 9);
    found = asked ? keys.map((key) => ({ ...key, rank: rank(key) })).filter((key) => key.rank < 9).sort((a, b) => a.rank - b.rank || collator.compare(a.place.label, b.place.label)) : [];
    at = found.length ? 0 : -1;
    const many = found.length > MOST ? [el("li", { class: "note", role: "presentation" }, fill(t.searchMore, { n: found.length - MOST }))] : [];
    const none = asked && !found.length ? [el("li", { class: "note", role: "presentation" }, t.searchNone)] : [];
    matches.replaceChildren(
      ...found.slice(0, MOST).map(({ place }, i) => el("li", { id: `match-${i}`, role: "option", "data-code": place.code }, place.label, el("small", {}, place.code))), ...many, ...none);
    matches.hidden = !asked;
    // The list takes the place of the measures below it: none shows by half, too small to be touched.
    const below = document.querySelector(".measures").getBoundingClientRect();
    matches.style.minHeight = `${Math.max(0, below.bottom - search.getBoundingClientRect().bottom)}px`;
    // A list of choices without any is an error to readers of screens.
    matches.setAttribute("role", found.length ? "listbox" : "group");
    search.setAttribute("aria-expanded", String(found.length > 0));
    $("found").textContent = !asked ? "" : found.length ? fill(t.searchFound[found.length > 1 ? 1 : 0], { n: found.length }) : t.searchNone;
    active();
  }
  function active() {
    [...matches.querySelectorAll("[role=option]")].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at < 0) search.removeAttribute("aria-activedescendant");
    else search.setAttribute("aria-activedescendant", `match-${at}`);
  }
  function shut() {
    matches.hidden = true;
    search.setAttribute("aria-expanded", "false");
    search.removeAttribute("aria-activedescendant");
  }
  function take(place) {
    search.value = place.label;
    shut();
    open(place, search);
    reveal(place, true);
  }
  search.addEventListener("input", list);
  search.addEventListener("keydown", (event) => {
    const shown = Math.min(found.length, MOST);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (shown) at = (at + (event.key === "ArrowDown" ? 1 : shown - 1)) % shown;
      active();
    } else if (event.key === "Enter" && at >= 0 && !matches.hidden) take(found[at].place);
    else if (event.key === "Escape" && !matches.hidden) shut();
    else return;
    event.preventDefault();
  });
  matches.addEventListener("pointerdown", (event) => {
    const item = event.target.closest("[role=option]");
    if (!item) return;
    event.preventDefault();
    take(rows.get(item.dataset.code));
  });
  search.addEventListener("blur", shut);

  look();
  // The first stop of the keyboard: where most people look for a country's middle.
  if (areas.length) stay(areas.reduce((a, b) => (Math.hypot(a.x - left - width / 2, a.y - top - height / 2) <= Math.hypot(b.x - left - width / 2, b.y - top - height / 2) ? a : b)));
  document.documentElement.dataset.ready = "true";
})();
