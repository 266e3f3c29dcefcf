/* What a mark in a text stands for: said beside it, to the pointer and to the keyboard. */
const LAYERS = {
  MARK: { label: "statement", on: "says" },
  DATA: { label: "time", on: "clock" },
  B: { label: "event", on: "happens" },
  U: { label: "hedge", on: "doubts" },
  I: { label: "mention", on: "cast" },
};
const shown = (node) => {
  const layer = LAYERS[node.nodeName];
  return layer && document.getElementById(layer.on).checked ? layer : null;
};
const dayOf = (article, number) =>
  (article.data.days ?? []).find(([, , ...lines]) => lines.some(([numbers]) => numbers.includes(number)));
const meaning = (node) => {
  const { row, time, event, hedge, who, field } = NOTES.get(node) ?? {};
  if (row) return `${row.who}: ${row.kind[1]}, ${MODES[row.mode]}`;
  if (time) {
    const [value, says, days] = time.rest.map(word);
    return `${says}${days && `, ${days}`} (${value})`;
  }
  if (event) {
    const day = dayOf(field.article, field.article.events.indexOf(event));
    return `${word(Math.abs(event.rest[0]))}, ${day ? word(day[0]) : "date unknown"}`;
  }
  if (hedge) return word(hedge.rest[0]);
  if (who === undefined) return "";
  const [kind, name] = field.article.cast[who];
  return `${word(name)} (${DATA.kinds[kind].toLowerCase()})`;
};
const chain = (node) => {
  const found = [];
  for (let at = node; at && !at.classList?.contains("text"); at = at.parentNode) {
    const layer = shown(at);
    if (layer && meaning(at)) found.push([at, layer]);
  }
  return found;
};

const tip = make("div", { id: "tip", role: "tooltip", hidden: "hidden" });
document.body.append(tip);
let described = null;
let same = [];
const hide = () => {
  tip.hidden = true;
  described?.removeAttribute("aria-describedby");
  described = null;
  for (const one of same) one.classList.remove("same");
  same = [];
  globalThis.CSS?.highlights?.delete("scope");
};

/* The words that a hedge speaks of. */
const point = (field, unit) => {
  const walker = document.createTreeWalker(field.node, NodeFilter.SHOW_TEXT);
  let left = unit;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
  }
  return null;
};
const scope = ({ field, start, rest: [, from, length] }) => {
  if (!globalThis.CSS?.highlights) return;
  const [first, last] = [start + from, start + from + length].map((at) => point(field, field.unit(at)));
  if (!first || !last) return;
  const range = document.createRange();
  range.setStart(...first);
  range.setEnd(...last);
  CSS.highlights.set("scope", new Highlight(range));
};
const besides = (node) => {
  const [box] = node.getClientRects();
  if (!box) return;
  const width = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 8));
  const above = box.top > tip.offsetHeight + 60;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
};
const explain = (node) => {
  const found = chain(node);
  hide();
  if (!found.length) return;
  tip.replaceChildren(...found.slice(0, 5).map(([at, { label }]) =>
    make("div", {}, make("b", {}, label), " ", meaning(at))));
  tip.hidden = false;
  besides(found[0][0]);
  for (const [at] of found) if (NOTES.get(at).hedge) scope(NOTES.get(at).hedge);
  const note = found.map(([at]) => NOTES.get(at)).find(({ who }) => who !== undefined);
  if (!note) return;
  same = [...note.field.article.node.querySelectorAll(".text i")].filter((one) => NOTES.get(one).who === note.who);
  for (const one of same) one.classList.add("same");
};

/* With the keyboard a text is one stop; arrows step through what is highlighted in it. */
const steps = (node) => [...node.querySelectorAll("mark, data, b, u, i")]
  .filter((one) => shown(one) && one.dataset.more === undefined && meaning(one));
const step = (event, node) => {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (event.key === "Escape" && event.target !== node) node.focus();
  if (!way || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const all = steps(node);
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (way > 0 ? 0 : all.length - 1) : at + way];
  event.preventDefault();
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
  explain(next);
  described = next;
  next.setAttribute("aria-describedby", "tip");
};

for (const { node, name } of ARTICLES.flatMap(({ fields }) => fields).filter((field) => field.node)) {
  node.addEventListener("pointerover", (event) => explain(event.target));
  node.addEventListener("pointerleave", hide);
  if (name === "title") continue;
  node.tabIndex = 0;
  node.setAttribute("role", "group");
  node.setAttribute("aria-label", "Text. Left and right arrow keys step through the highlights.");
  node.addEventListener("keydown", (event) => step(event, node));
  node.addEventListener("focusout", hide);
}
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
