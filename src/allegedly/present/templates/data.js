"use strict";
/* What was found in the articles, as allegedly/present/island.py writes it.

   Each text stands once in the page; all that was found in it is offsets into it, in Unicode
   code points. A flat list holds rows of one width whose first number is the distance from the
   row before; a number may stand for a word, its place in DATA.words. */
const packed = Uint8Array.from(atob(document.getElementById("data").textContent), (byte) => byte.charCodeAt());
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
const DATA = JSON.parse(await new Response(stream).text());
const MODES = ["direct", "indirect", "mixed"];
const ROLES = ["source", "cue", "content"];
const BASES = ["entity", "words", "nobody"];

const word = (number) => DATA.words[number];
const counted = (number, noun) => `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;

const make = (tag, attributes, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) if (value !== "") node.setAttribute(name, value);
  node.append(...children);
  return node;
};

const unpacked = (flat, width) => {
  const rows = [];
  let start = 0;
  for (let at = 0; at < (flat ?? []).length; at += width) {
    start += flat[at];
    rows.push([start, ...flat.slice(at + 1, at + width)]);
  }
  return rows;
};

/* How many of these numbers, in order, are less than a limit. */
const below = (numbers, limit) => {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/* A title or a text. Places in it are code points; JavaScript counts those beyond U+FFFF twice. */
class Field {
  constructor(article, name, node, found) {
    Object.assign(this, { article, name, node, found: found ?? {} });
    this.rows = (this.found.rows ?? []).map((row) => new Row(this, row));
  }

  get text() {
    return (this.words ??= this.node?.textContent ?? "");
  }

  unit(point) {
    this.wide ??= [...this.text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map((pair, number) => pair.index - number);
    return point + below(this.wide, point);
  }

  slice(start, end) {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  /* The sentence around a place; all of a title. */
  sentence(point) {
    this.sentences ??= unpacked(this.found.sentences, 2);
    this.starts ??= this.sentences.map(([start]) => start);
    const [start, length] = this.sentences[below(this.starts, point + 1) - 1] ?? [0, [...this.text].length];
    return [start, start + length];
  }

  /* The address of a place, and of what was found at it. */
  at(letter, start, end) {
    const where = `#${letter}${this.article.id}-${this.name === "title" ? "h" : ""}${start}`;
    return end === undefined ? where : `${where}-${end}`;
  }
}

/* Somebody is said to have said something. */
class Row {
  constructor(field, [speaker, sourcing, mode, begin, source, cue, content, more]) {
    const spans = (flat) => {
      const pairs = [];
      for (let at = 0; at < flat.length; at += 2) pairs.push([begin + flat[at], begin + flat[at] + flat[at + 1]]);
      return pairs;
    };
    Object.assign(this, { field, speaker, sourcing, mode, more: more ?? {} });
    [this.source, this.cue, this.content] = [source, cue, content].map(spans);
    this.place = [this.content, this.cue, this.source].find((one) => one.length)[0][0];
  }

  get who() {
    return word(DATA.speakers[this.speaker][0]);
  }

  get kind() {
    return DATA.sourcing[this.sourcing];
  }

  /* All it stands on. */
  get spans() {
    return [...this.source, ...this.cue, ...this.content];
  }

  words(role) {
    return this[role].map(([start, end]) => this.field.slice(start, end));
  }
}

class Article {
  constructor(data) {
    this.id = data.id;
    this.outlet = data.outlet;
    this.data = data;
    this.node = document.getElementById(`a${data.id}`);
    this.title = new Field(this, "title", this.node.querySelector("h3.text"), data.title);
    this.text = new Field(this, "text", this.node.querySelector("div.text"), data.text);
    this.fields = [this.title, this.text];
    this.rows = this.fields.flatMap(({ rows }) => rows);
    const taken = new Map();
    this.rows.forEach((row, number) => {
      row.number = number;
      const where = row.field.at("", row.place).slice(1);
      const times = (taken.get(where) ?? 0) + 1;
      taken.set(where, times);
      row.id = times > 1 ? `${where}.${times}` : where;
    });
    this.cast = [];
    for (let at = 0; at < (data.cast ?? []).length; at += 3) this.cast.push(data.cast.slice(at, at + 3));
    const all = (name, width) => this.fields.flatMap((field) =>
      unpacked(field.found[name], width).map(([start, length, ...rest]) => ({ field, start, end: start + length, rest })));
    this.mentions = all("mentions", 5);
    this.times = all("times", 5);
    this.events = all("events", 3);
    this.hedges = all("hedges", 5);
  }
}

const ARTICLES = DATA.articles.map((data) => new Article(data));
const BY_ID = new Map(ARTICLES.map((article) => [article.id, article]));
