/* Beside each text: its events by date, its times, and who and what is in it. */
const wide = matchMedia("(min-width: 56rem)").matches;

const dayNode = (article, when, machine, ...lines) => {
  const parts = lines.map(([numbers, names]) => {
    const events = numbers.map((number) => article.events[number]);
    const { field } = events[0];
    let [at, end] = field.sentence(events[0].start);
    const words = [];
    const rest = (until) => (words.length ? field.slice(at, until) : field.slice(at, until).trimStart());
    for (const one of events.filter(({ start }) => start >= at)) {
      words.push(rest(one.start), eventLink(one), ...statusOf(one));
      at = one.end;
    }
    words.push(rest(Math.max(at, end)).trimEnd());
    const people = names.length ? [make("p", { class: "with" }, make("bdi", {}, names.map(word).join(", ")))] : [];
    return [make("p", { class: "sentence", dir: "auto" }, ...words), ...people];
  });
  const time = word(machine) ? make("time", { class: "when", datetime: word(machine) }) : make("span", { class: "when" });
  time.append(word(when));
  const list = parts.length === 1 ? parts[0] : [make("ul", {}, ...parts.map((part) => make("li", {}, ...part)))];
  return make("li", { class: "day" }, time, ...list);
};

const eventLink = (one) => make("a", { href: one.field.at("e", one.start) }, one.field.slice(one.start, one.end));
const statusOf = (one) => {
  const status = word(Math.abs(one.rest[0]));
  return status === "happened" ? [] : [make("em", {}, ` ${status}`)];
};
const separated = (lists) => lists.flatMap((list, number) => (number ? [", ", ...list] : list));

const eventsOf = (article) => {
  const days = article.data.days ?? [];
  const dated = new Set(days.flatMap(([, , ...lines]) => lines.flatMap(([numbers]) => numbers)));
  const others = article.events.filter(({ rest: [status] }, number) => status > 0 && !dated.has(number));
  const last = others.length ? [make("li", { class: "day" }, make("span", { class: "when" }, "Date unknown"),
    make("p", { class: "undated" }, ...separated(others.map((one) => [eventLink(one), ...statusOf(one)]))))] : [];
  const items = [...days.map((day) => dayNode(article, ...day)), ...last];
  return items.length ? [make("h4", {}, "Events"), make("ol", { class: "days" }, ...items)] : [];
};

const timesOf = (article) => {
  const items = article.times.map(({ field, start, end, rest: [, meaning, days] }) => {
    const words = field.slice(start, end).replace(/\s+/g, " ");
    return make("li", {}, make("a", { href: field.at("t", start) }, words),
      ...(word(meaning) === words ? [] : [" ", make("span", {}, word(meaning))]),
      ...(days ? [" ", make("small", {}, word(days))] : []));
  });
  return items.length ? [make("h4", {}, "Times"), make("ul", { class: "meant" }, ...items)] : [];
};

const castOf = (article) => {
  const kinds = new Map();
  for (const [kind, name, count] of article.cast) {
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push([make("bdi", {}, word(name)), ...(count > 1 ? [` ${count}`] : [])]);
  }
  const items = [...kinds].map(([kind, members]) =>
    make("div", {}, make("dt", {}, DATA.kinds[kind]), make("dd", {}, ...separated(members))));
  return items.length ? [make("h4", {}, "Who and what"), make("dl", { class: "cast" }, ...items)] : [];
};

const list = (article) => article.found?.append(...eventsOf(article), ...timesOf(article), ...castOf(article));

for (const article of ARTICLES) {
  const { id, node, rows, times, events } = article;
  const facts = node.querySelector(".facts");
  if (rows.length) facts.append(make("a", { href: `#s${rows[0].id}` }, counted(rows.length, "statement")));
  if (!times.length && !events.length && !article.cast.length) continue;
  const listed = events.filter(({ rest: [status] }) => status > 0).length;
  const what = `${counted(listed, "event")}, ${counted(times.length, "time")}`;
  facts.append(" ", make("a", { href: `#f${id}` }, what));
  article.found = make("details", { class: "found", id: `f${id}` }, make("summary", {}, "Times and events"));
  article.found.open = wide; /* on narrow screens it takes no room until it is asked for */
  node.append(article.found);
}
