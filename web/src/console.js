// The page of SPARQL: an editor takes the place of its text field, and the answer is taken out of the same page.
import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, drawSelection, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { fitting, inside, lacking, wordBefore } from "./console/text.js";

const form = document.getElementById("console");
const field = document.getElementById("query");
const words = form.dataset;

// Colours of the style sheet, each of a contrast of 4.5 to 1 on the ground of the editor.
const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "#1f4e79", fontWeight: "600" },
  { tag: tags.comment, color: "#5b6672" },
  { tag: tags.string, color: "#0b6b39" },
  { tag: tags.variableName, color: "#882255" },
  { tag: tags.atom, color: "#5a3d8a" },
  { tag: tags.number, color: "#8a3b00" },
]);
const look = EditorView.theme({
  "&": { border: "1px solid #76828f", borderRadius: "4px", backgroundColor: "#ffffff", color: "#17212b", fontSize: "14px" },
  "&.cm-focused": { outline: "3px solid #0b57d0", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace', lineHeight: "1.5", minHeight: "300px", maxHeight: "60vh" },
  ".cm-gutters": { backgroundColor: "#f5f7f8", color: "#5b6672", borderRight: "1px solid #d8dee4" },
  ".cm-line.wrong": { backgroundColor: "#fbe3d3", boxShadow: "inset 3px 0 #8a3b00" },
  ".cm-tooltip": { border: "1px solid #76828f", backgroundColor: "#ffffff" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "#1f4e79", color: "#ffffff" },
  ".cm-completionDetail": { fontStyle: "normal", color: "inherit", marginLeft: "12px" },
});

const marked = StateEffect.define();
const wrongLine = StateField.define({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(marked)) {
        const line = effect.value;
        if (!line || line > transaction.state.doc.lines) return Decoration.none;
        return Decoration.set([Decoration.line({ class: "wrong" }).range(transaction.state.doc.line(line).from)]);
      }
    return transaction.docChanged ? Decoration.none : shown;
  },
  provide: (of) => EditorView.decorations.from(of),
});

let known;
async function terms() {
  known ??= fetch(words.terms).then((answer) => answer.json());
  return known;
}

async function complete(context) {
  const before = context.state.sliceDoc(0, context.pos);
  const word = wordBefore(before.slice(before.lastIndexOf("\n") + 1));
  if ((!word && !context.explicit) || inside(before)) return null;
  const all = await terms();
  const options = fitting(word ?? "", context.state.doc.toString(), all).map((one) => ({
    ...one,
    boost: one.n ? Math.min(50, Math.log2(one.n + 1) * 2) : 0,
    type: { classes: "class", properties: "property", concepts: "constant" }[one.type] ?? one.type,
    apply(view, chosen, from, to) {
      const changes = [{ from, to, insert: chosen.label }];
      const text = view.state.doc.toString();
      const lines = lacking(text.slice(0, from) + chosen.label + text.slice(to), all.prefixes);
      if (lines) changes.unshift({ from: 0, insert: lines });
      view.dispatch({ changes, selection: { anchor: from + lines.length + chosen.label.length } });
    },
  }));
  return { from: context.pos - (word ?? "").length, options, validFor: /^[?$\w:.-]*$/ };
}

// In a shadow root the editor's styles are constructed sheets, which a policy without 'unsafe-inline' lets be.
const host = document.createElement("div");
host.className = "editor";
field.after(host);
const root = host.attachShadow({ mode: "open" });
const label = form.querySelector("label[for=query]");
const view = new EditorView({
  parent: root,
  root,
  state: EditorState.create({
    doc: fromHash() ?? field.value,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ override: [complete], icons: false }),
      keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }]),
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
      StreamLanguage.define(sparql),
      syntaxHighlighting(colours),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label.textContent, spellcheck: "false", autocapitalize: "off" }),
      EditorView.updateListener.of((update) => update.docChanged && (field.value = update.state.doc.toString())),
      wrongLine,
      look,
    ],
  }),
});
field.value = view.state.doc.toString();
field.hidden = true;
label.addEventListener("click", (event) => (event.preventDefault(), view.focus()));
document.getElementById("shortcuts").textContent = words.shortcuts;

function fromHash() {
  return new URLSearchParams(location.hash.slice(1)).get("query");
}

addEventListener("hashchange", () => {
  const query = fromHash();
  if (query !== null) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: query } });
});

form.addEventListener("submit", (event) => {
  if (event.submitter && event.submitter.value !== "html") return;
  event.preventDefault();
  run();
});

let running;
async function run() {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  await declare();
  const query = view.state.doc.toString();
  const language = form.elements.lang ? `?lang=${encodeURIComponent(form.elements.lang.value)}` : "";
  const place = document.getElementById("answer");
  say(place, words.wait);
  try {
    const body = new URLSearchParams({ query, format: "html" });
    const answer = await fetch(`${form.getAttribute("action")}${language}`, { method: "POST", body, signal });
    if (!answer.headers.get("content-type")?.startsWith("text/html")) throw new Error((await answer.json()).detail);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.replaceChildren(...document.adoptNode(page.getElementById("answer")).childNodes);
    const line = Number(place.querySelector("[data-line]")?.dataset.line ?? 0);
    view.dispatch({ effects: marked.of(line) });
    keep(language, query);
  } catch (error) {
    if (!signal.aborted) say(place, words.failed.replace("{why}", error.message));
  }
}

/** The prefixes of the graph that a query uses are declared for it, where the reader can see them. */
async function declare() {
  const all = await terms().catch(() => null);
  const lines = all && lacking(view.state.doc.toString(), all.prefixes);
  if (lines) view.dispatch({ changes: { from: 0, insert: lines } });
}

/** The address says the query, so that it can be kept and sent; `#`, since one after `?` is run. */
function keep(language, query) {
  window.history.replaceState(null, "", `${location.pathname}${language}#${new URLSearchParams({ query })}`);
}

function say(place, text) {
  const line = document.createElement("p");
  line.className = "note";
  line.textContent = text;
  place.replaceChildren(line);
}
