/* Marks up a text with what was found in it: elements that nest, whatever overlaps.

   Each layer has an element of its own: <mark> a part of a statement, <data> a time expression
   with its value, <b> the word of an event, <u> a hedge, <i> a mention or, with class h, its
   head. What an element stands for is kept in NOTES. Texts are marked up when they come near. */
const NOTES = new WeakMap();
const RANK = { SPAN: 0, MARK: 1, I: 2, DATA: 3, U: 4, B: 5 };

/* The stretches of a field over which the same statements have the same parts. */
const stretches = (field) => {
  const turns = [];
  for (const row of field.rows) {
    for (const role of ROLES) {
      for (const [start, end] of row[role]) turns.push([start, true, row, role], [end, false, row, role]);
    }
  }
  turns.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const open = new Map();
  const found = [];
  turns.forEach(([at, begins, row, role], number) => {
    const key = `${row.number} ${role}`;
    if (begins) open.set(key, { row, role });
    else open.delete(key);
    const end = turns[number + 1]?.[0];
    if (open.size && end > at) found.push({ start: at, end, parts: [...open.values()] });
  });
  return found;
};

const notesOf = (article, field) => {
  const own = ({ field: one }) => one === field;
  const notes = stretches(field).map(({ start, end, parts }) => {
    const roles = new Set(parts.map(({ role }) => ({ source: "s", cue: "q", content: "c" })[role]));
    if (parts.filter(({ role }) => role === "content").length > 1) roles.add("cc");
    const row = parts.map((part) => part.row).sort((one, other) => one.number - other.number).at(-1);
    return { tag: "mark", start, end, attributes: { class: [...roles].join(" ") }, row };
  });
  for (const one of article.mentions.filter(own)) {
    const [member, inside, length] = one.rest;
    const who = member < 0 ? ~member : member;
    notes.push({ ...one, tag: "i", attributes: { class: member < 0 ? "d" : "" }, who });
    if (length) notes.push({ tag: "i", start: one.start + inside, end: one.start + inside + length, attributes: { class: "h" } });
  }
  for (const one of article.times.filter(own)) {
    notes.push({ ...one, tag: "data", attributes: { value: word(one.rest[0]) }, time: one });
  }
  for (const one of article.events.filter(own)) {
    const status = word(Math.abs(one.rest[0]));
    notes.push({ ...one, tag: "b", attributes: { "data-s": status === "happened" ? "" : status }, event: one });
  }
  for (const one of article.hedges.filter(own)) {
    notes.push({ ...one, tag: "u", hedge: one });
  }
  for (const note of notes) [note.from, note.to] = [field.unit(note.start), field.unit(note.end)];
  return notes;
};

/* What is outside where two cover the same characters: the longer, else by layer. */
const outside = (one, other) => other.to - one.to || RANK[one.tag.toUpperCase()] - RANK[other.tag.toUpperCase()];

/* The characters from start to end with an element around each note. Elements cannot cross:
   where two notes do, the one that ends later is closed and opened again. */
const marked = (text, start, end, notes) => {
  const root = new DocumentFragment();
  const clipped = notes.map((note) => ({ note, tag: note.tag, from: Math.max(note.from, start), to: Math.min(note.to, end) }))
    .sort((one, other) => one.from - other.from || outside(one, other));
  const edges = [...new Set([start, end, ...clipped.flatMap(({ from, to }) => [from, to])])].sort((one, other) => one - other);
  const open = [];
  let next = 0;
  const inner = () => open.at(-1)?.node ?? root;
  edges.forEach((edge, number) => {
    const first = open.findIndex(({ to }) => to === edge);
    const again = first < 0 ? [] : open.splice(first).filter(({ to }) => to > edge);
    while (next < clipped.length && clipped[next].from === edge) again.push(clipped[next++]);
    for (const one of again.sort(outside)) {
      const node = make(one.tag, one.note.attributes);
      if (edge > one.note.from) node.dataset.more = "";
      NOTES.set(node, one.note);
      inner().append(node);
      open.push({ ...one, node });
    }
    if (edge < end) inner().append(text.slice(edge, edges[number + 1]));
  });
  return root;
};

const draw = (article) => {
  if (article.drawn) return;
  article.drawn = true;
  for (const field of article.fields.filter(({ node }) => node)) {
    const notes = notesOf(article, field).sort((one, other) => one.from - other.from);
    let [at, next, reaching] = [0, 0, []];
    for (const line of field.node.matches("h3") ? [field.node] : field.node.children) {
      const furniture = [];
      let end = at;
      for (const child of line.childNodes) {
        const from = end;
        end += child.textContent.length;
        if (child.nodeName === "SPAN") furniture.push({ tag: "span", attributes: { class: "f" }, from, to: end });
      }
      while (next < notes.length && notes[next].from < end) reaching.push(notes[next++]);
      if (reaching.length) line.replaceChildren(marked(field.text, at, end, [...furniture, ...reaching]));
      reaching = reaching.filter(({ to }) => to > end);
      at = end;
    }
  }
  list(article);
};
