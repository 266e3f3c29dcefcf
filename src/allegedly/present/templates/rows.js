/* Who says what: the statements by article, built from the texts, and the filters. */
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const form = document.getElementById("form");
const section = document.getElementById("statements");
const FILTERS = ["speaker", "outlet", "sourcing"];

const gapped = (pieces) => pieces.flatMap((piece, number) => (number ? [make("i", {}, " … "), piece] : [piece]));

const noteOf = (row) => {
  const { via, within, certainty, unsure } = row.more;
  const names = (numbers) => make("bdi", {}, numbers.map(word).join(", "));
  const parts = [];
  if (via) parts.push(["via ", names(via)]);
  if (within) {
    const outer = row.field.article.rows[within[0]];
    parts.push(["within what ", make("a", { href: `#s${outer.id}` }, make("bdi", {}, outer.who)), " says"]);
  }
  if (certainty) {
    const [sure, ...hedges] = certainty;
    parts.push([`certainty: ${word(sure)}`, ...(hedges.length ? [" (", names(hedges), ")"] : [])]);
  }
  if (unsure) parts.push([`confidence of the reading ${unsure}`]);
  return parts.length ? [make("p", { class: "note" }, ...parts.map((part) => make("span", {}, ...part)))] : [];
};

const speakerOf = (row) => {
  const [, basis, member] = DATA.speakers[row.speaker];
  const name = member ? make("a", { href: `${DATA.home}#p${member}` }, row.who) : row.who;
  return make("bdi", { class: basis ? BASES[basis] : "" }, name);
};

const rowNode = (row) => {
  const [kind, label] = row.kind;
  const [source, cue, content] = ROLES.map((role) => row.words(role));
  const told = DATA.speakers[row.speaker][1] === 1 || source.join(" ") === row.who;
  const how = [];
  if (source.length && !told) how.push(make("bdi", { class: "s" }, source.join(" … ")), " ");
  if (cue.length) how.push(make("bdi", { class: "q" }, cue.join(" … ")));
  const node = make("li", { id: `s${row.id}` },
    make("div", { class: "who" }, speakerOf(row), make("span", { class: `b ${kind}` }, `${label}, ${MODES[row.mode]}`)),
    make("div", {},
      ...(how.length ? [make("p", { class: "how" }, ...how)] : []),
      content.length ? make("blockquote", { dir: "auto" }, ...gapped(content))
        : make("p", { class: "nothing" }, "What was said is not given."),
      ...noteOf(row)),
    make("p", { class: "ref" },
      make("a", { href: `#w${row.id}` }, row.field.name === "title" ? "In the headline" : "In the article"), " ",
      make("a", { class: "cite", href: `#s${row.id}`, "aria-label": "Link to this statement" }, "#")));
  return node;
};

/* The statements of one article. They are built when they come near, or when there is time. */
class Group {
  constructor(article) {
    this.article = article;
    this.list = make("ol");
    const facts = article.node.querySelector(".facts");
    const title = article.node.querySelector("h3").textContent;
    this.node = make("section", { class: "group" }, make("h3", {},
      ...["b", "time, span"].flatMap((part) => {
        const found = facts.querySelector(`:scope > :is(${part})`);
        return found ? [found.cloneNode(true), " "] : [];
      }),
      make("a", { href: `#a${article.id}` }, make("bdi", {}, title))), this.list);
    this.node.style.containIntrinsicBlockSize = `auto ${3 + 6 * article.rows.length}rem`;
  }

  build() {
    if (this.built) return;
    this.built = true;
    this.list.append(...this.article.rows.map((row) => (row.node = rowNode(row))));
    for (const row of this.article.rows) row.node.hidden = !row.fits;
  }
}

const GROUPS = section ? ARTICLES.filter(({ rows }) => rows.length).map((article) => new Group(article)) : [];
const ROWS = GROUPS.flatMap(({ article }) => article.rows);

const chosen = () => {
  const place = (name) => (form[name].value ? form[name].selectedIndex - 1 : -1);
  return {
    speaker: place("speaker"),
    outlet: place("outlet"),
    sourcing: place("sourcing"),
    direct: form.direct.checked,
    terms: plain(form.q.value).split(/\s+/).filter(Boolean),
  };
};

const fits = (row, want) => {
  if (want.speaker >= 0 && row.speaker !== want.speaker) return false;
  if (want.outlet >= 0 && row.field.article.outlet !== want.outlet) return false;
  if (want.sourcing >= 0 && row.sourcing !== want.sourcing) return false;
  if (want.direct && MODES[row.mode] !== "direct") return false;
  if (!want.terms.length) return true;
  row.plain ??= plain([row.who, ...ROLES.flatMap((role) => row.words(role))].join(" "));
  return want.terms.every((term) => row.plain.includes(term));
};

const show = () => {
  const want = chosen();
  let count = 0;
  for (const { article, node } of GROUPS) {
    let some = false;
    for (const row of article.rows) {
      row.fits = fits(row, want);
      if (row.node) row.node.hidden = !row.fits;
      if (row.fits) count += 1;
      some ||= row.fits;
    }
    node.hidden = !some;
  }
  const all = counted(ROWS.length, "statement");
  const parts = [
    ...FILTERS.filter((name) => form[name].value)
      .map((name) => form[name].selectedOptions[0].textContent.replace(/ \([\d,]+\)$/, "")),
    ...(form.direct.checked ? ["direct quotes"] : []),
    ...(form.q.value.trim() ? [`“${form.q.value.trim()}”`] : []),
  ];
  document.getElementById("shown").textContent = parts.length
    ? `${count.toLocaleString("en")} of ${all}: ${parts.join(", ")}` : all;
  document.getElementById("none").hidden = count > 0;
  for (const link of document.querySelectorAll("a[data-set]")) {
    const on = form[link.dataset.set].value === link.dataset.value;
    if (on) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
};

/* The view as a fragment, so that it can be cited: #view?speaker=…&direct=1 */
const written = () => {
  const parts = new URLSearchParams();
  for (const name of FILTERS) if (form[name].value) parts.set(name, form[name].value);
  if (form.direct.checked) parts.set("direct", "1");
  if (form.q.value.trim()) parts.set("q", form.q.value.trim());
  const text = parts.toString();
  return text ? `#view?${text}` : "#view";
};

const changed = () => {
  show();
  history.replaceState(null, "", written());
};

const choose = (fragment) => {
  if (!ROWS.length) return;
  const parts = new URLSearchParams(fragment.slice("#view?".length));
  form.q.value = parts.get("q") ?? "";
  form.direct.checked = parts.get("direct") === "1";
  for (const name of FILTERS) {
    const value = parts.get(name) ?? "";
    const place = [...form[name].options].findIndex((option) => option.value === value);
    form[name].selectedIndex = Math.max(place, 0);
  }
  show();
};

const showRow = (row) => {
  GROUPS.find(({ article }) => article === row.field.article).build();
  if (!row.fits) choose("");
  row.node.classList.add("at");
  row.node.scrollIntoView();
};

const options = (name, pairs) => form[name].append(...pairs.map(([value, label, count]) =>
  make("option", { value }, `${label} (${count.toLocaleString("en")})`)));

if (ROWS.length) {
  section.append(...GROUPS.map(({ node }) => node));
  options("speaker", DATA.speakers.map(([name, , , count]) => [word(name), word(name), count]));
  options("outlet", DATA.outlets.map(([name, count]) => [name || "unknown", name || "Outlet unknown", count]));
  options("sourcing", DATA.sourcing);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(changed));
  let waiting = 0;
  form.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, 120);
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-set]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const field = form[link.dataset.set];
    field.value = field.value === link.dataset.value ? "" : link.dataset.value;
    changed();
    section.scrollIntoView({ block: "nearest" });
  });
  const panel = document.getElementById("filters");
  panel.hidden = false;
  panel.open = matchMedia("(min-width: 56rem)").matches;
  show();
}
