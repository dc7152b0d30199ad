// Elements of a page: a tag, attributes and children come in; an element goes out. `on` holds listeners; text is text.

const SVG = "http://www.w3.org/2000/svg";

function filled(node, { on = {}, ...attributes }, children) {
  for (const [name, value] of Object.entries(attributes))
    if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  for (const [name, listener] of Object.entries(on)) node.addEventListener(name, listener);
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const h = (tag, given = {}, ...children) => filled(document.createElement(tag), given, children);
export const svg = (tag, given = {}, ...children) => filled(document.createElementNS(SVG, tag), given, children);

export function button(text, press, given = {}) {
  return h("button", { type: "button", ...given, on: { click: press } }, text);
}
