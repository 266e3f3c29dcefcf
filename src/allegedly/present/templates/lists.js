/* The long lists of the account: the articles on a rumor, the places of a claim. They are built
   when they are opened; their words are those of the texts. */
const CHAINS = DATA.chains ?? [];
const label = (number) => {
  const [id, page, name, when, machine] = DATA.labels[number];
  const time = word(machine) ? make("time", { datetime: word(machine) }, word(when)) : make("span", {}, word(when));
  return { id, page: word(page), name: word(name), time };
};
const articleLink = ({ id, page, name }, ...inside) =>
  make("a", { href: `${page}#a${id}` }, ...(inside.length ? inside : [make("bdi", {}, name)]));

/* An anchor: article, its title (1) or text (0), first code point, length, and the words where
   the text stands on another page. */
const quoted = ([number, head, start, length, words]) => {
  const about = label(number);
  const field = head ? "title" : "text";
  const text = words ? word(words) : BY_ID.get(about.id)[field].slice(start, start + length);
  const href = `${about.page}#x${about.id}-${head ? "h" : ""}${start}-${start + length}`;
  return { about, head, href, text: text.trim() };
};
const words = ({ href, text }) =>
  make("blockquote", { dir: "auto" }, make("a", { class: "words", href }, text));

const onWhoseWord = (number) => {
  const [name, member, via] = CHAINS[number];
  if (!via) return [word(name)];
  const who = make("bdi", {}, word(name));
  const passed = via.flatMap((outlet, at) => [at ? ", " : ", via ", make("bdi", {}, word(outlet))]);
  return ["from ", member ? make("a", { class: "who3", href: `#p${member}` }, who) : who, ...passed];
};

const stanceNode = ([number, stance, headline, confidence, sourcing, chained, ...anchors]) => {
  const about = label(number);
  const found = anchors.map(quoted);
  const stands = make("span", { class: `st ${DATA.stances[stance][0]}` }, DATA.stances[stance][1],
    ...(headline < 0 ? [] : [" ", make("small", {}, `headline ${DATA.stances[headline][1]}`)]));
  const whose = chained < 0 ? [] : [" ", make("small", { class: `b ${word(sourcing)}` }, ...onWhoseWord(chained))];
  const sure = confidence ? [" ", make("small", {}, `confidence ${confidence}`)] : [];
  const more = found.slice(1).flatMap(({ href }, at) => [at ? ", " : "More of its words: ",
    make("a", { href }, `${["second", "third"][at] ?? at + 2} sentence`)]);
  const shows = found.length ? [words(found[0]), ...(more.length ? [make("p", { class: "from" }, ...more)] : [])]
    : [make("p", { class: "nothing" }, "No single sentence shows it.")];
  return make("li", {},
    make("div", { class: "who2" }, articleLink(about, make("b", {}, about.name)), " ", make("small", {}, about.time)),
    make("div", { class: "who2" }, stands, ...whose, ...sure),
    make("div", {}, ...shows));
};

const appearanceNode = ([stance, chained, certainty, anchor]) => {
  const found = quoted(anchor);
  return make("li", {}, words(found),
    make("p", { class: "from" }, articleLink(found.about), ", ", found.about.time, ...(found.head ? [", headline"] : [])),
    make("p", { class: "note" }, make("span", {}, DATA.stances[stance][1]), " ", make("span", {}, ...onWhoseWord(chained)),
      ...(certainty ? [" ", make("span", {}, `certainty: ${word(certainty)}`)] : [])));
};

const fill = (details) => {
  const { rumor, claim } = details.dataset;
  const target = details.querySelector("ol");
  if (target.children.length) return;
  target.append(...(rumor ? DATA.rumors[rumor].map(stanceNode) : DATA.claims[claim].map(appearanceNode)));
};
const FOLDED = new Set(document.querySelectorAll("details[data-rumor], details[data-claim]"));
for (const details of FOLDED) {
  if (details.open) fill(details);
  details.addEventListener("toggle", () => details.open && fill(details));
}
