/* Where a fragment leads. The address of a place says where it is: #x, article, first and last
   code point; #w the words of a statement, #e #t #u an event, a time, a hedge, #s a statement. */
const ADDRESS = /^#([xwsetu])([0-9a-f]{8}(?:\.\d+)?)-(h?)(\d+)(?:-(\d+))?(?:\.(\d+))?$/;

const placeOf = (fragment) => {
  const [, letter, id, head, start, end, times] = ADDRESS.exec(fragment) ?? [];
  const article = BY_ID.get(id);
  if (!article) return null;
  const field = head ? article.title : article.text;
  if (letter === "x") return { article, field, spans: [[Number(start), Number(end)]] };
  if (letter === "w" || letter === "s") {
    const name = fragment.slice(2);
    const row = article.rows.find((one) => one.id === name);
    return row && { article, field, row: letter === "s" ? row : null, spans: row.spans };
  }
  const layer = { e: article.events, t: article.times, u: article.hedges }[letter];
  const here = layer.filter((one) => one.field === field && one.start === Number(start));
  const one = here[Number(times ?? 1) - 1];
  return one ? { article, field, spans: [[one.start, one.end]] } : null;
};

const unlight = () => {
  for (const hit of document.querySelectorAll("mark.hit")) {
    const { parentNode } = hit;
    hit.replaceWith(...hit.childNodes);
    parentNode.normalize();
  }
};

const light = ({ article, field, spans }) => {
  draw(article);
  const ranges = spans.map(([start, end]) => [field.unit(start), field.unit(end)]);
  const walker = document.createTreeWalker(field.node, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let at = 0;
  for (let node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) {
    const turns = new Set(ranges.flat().map((turn) => turn - at).filter((turn) => turn > 0 && turn < node.length));
    const edges = [0, ...[...turns].sort((one, other) => one - other), node.length];
    const inside = (from) => ranges.some(([start, end]) => start <= at + from && at + from < end);
    edges.slice(0, -1).forEach((from, number) => {
      if (inside(from) && node.length) pieces.push([node, from, edges[number + 1]]);
    });
  }
  const hits = pieces.reverse().map(([node, from, to]) => {
    node.splitText(to);
    const words = node.splitText(from);
    const hit = make("mark", { class: "hit" });
    words.replaceWith(hit);
    hit.append(words);
    return hit;
  }).reverse();
  const first = hits[0];
  if (!first) return;
  first.tabIndex = -1;
  first.scrollIntoView({ block: "center" });
  first.focus({ preventScroll: true });
  requestAnimationFrame(() => requestAnimationFrame(() => { /* what came into view may have grown */
    const { top, bottom } = first.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) first.scrollIntoView({ block: "center" });
  }));
};

/* What is folded around a row opens. */
const unfold = (target) => {
  let folded = false;
  for (let at = target; at; at = at.parentElement) {
    if (!at.matches("details") || at.open) continue;
    at.open = true;
    if (FOLDED.has(at)) fill(at);
    folded = true;
  }
  const own = target.firstElementChild;
  if (own?.matches("details") && target.matches(".claims > li")) {
    own.open = true;
    if (FOLDED.has(own)) fill(own);
  }
  if (folded) target.scrollIntoView();
};

const arrive = () => {
  unlight();
  const fragment = decoded(location.hash);
  if (fragment === "#view" || fragment.startsWith("#view?")) return choose(location.hash);
  document.querySelector("li.at")?.classList.remove("at");
  const place = placeOf(fragment);
  if (place?.row) return showRow(place.row);
  if (place) return light(place);
  const target = document.getElementById(fragment.slice(1));
  if (target) unfold(target);
};

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
