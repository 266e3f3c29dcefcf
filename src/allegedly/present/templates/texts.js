/* The texts and the lists beside them: sentences filled in from the texts, what a mark stands for. */
(() => {
  const LAYERS = [
    { tag: "MARK", label: "statement", on: "says" },
    { tag: "DATA", label: "time", on: "clock" },
    { tag: "B", label: "event", on: "happens" },
    { tag: "U", label: "hedge", on: "doubts" },
    { tag: "I", label: "mention", on: "cast" },
  ];
  const fields = [...document.querySelectorAll("article .text")];
  if (!fields.length) return;

  const links = new Map(); /* anchors of listed times and events: the links to them */
  for (const link of document.querySelectorAll(".found a[href^='#']")) links.set(link.hash.slice(1), link);

  /* Sentences. */
  const offset = (field, node) => {
    const range = document.createRange();
    range.setStart(field, 0);
    range.setEndBefore(node);
    return range.toString().length;
  };
  const around = (field, at) => {
    const length = field.textContent.length;
    const starts = (field.dataset.sentences ?? "0").split(" ").map((part) => part.split("-").map(Number));
    let number = starts.findLastIndex(([start]) => start <= at);
    if (number < 0) number = 0;
    return [starts[number][0], starts[number][1] ?? starts[number + 1]?.[0] ?? length];
  };
  /* The words of a line move to where they stand in their sentence. */
  const fill = (line) => {
    const what = line.querySelector(":scope > .what");
    const words = [...what.querySelectorAll(":scope > a")].map((link) => {
      const mark = document.getElementById(link.hash.slice(1));
      const status = link.nextElementSibling?.matches("em") ? link.nextElementSibling : null;
      return { link, mark, status };
    });
    const field = words[0]?.mark?.closest(".text");
    if (!field) return;
    const text = field.textContent;
    const [start, end] = around(field, offset(field, words[0].mark));
    const sentence = document.createElement("p");
    sentence.className = "sentence";
    sentence.dir = "auto";
    let at = start;
    const rest = (until) => (at === start ? text.slice(at, until).trimStart() : text.slice(at, until));
    for (const { link, mark, status } of words) {
      const from = offset(field, mark);
      const length = mark.textContent.length;
      if (from < at || from + length > end) return;
      sentence.append(rest(from), link, ...(status ? [status] : []));
      at = from + length;
    }
    sentence.append(rest(end).trimEnd());
    what.before(sentence);
    const who = what.querySelector(".with");
    what.replaceChildren(...(who ? [who] : []));
    what.hidden = !who;
  };
  /* Events without a date: the words that no list leads to yet. */
  const list = (part) => {
    const article = part.closest("article");
    const words = [...article.querySelectorAll(".text b[id]")].filter((mark) => !links.has(mark.id));
    part.replaceChildren(...words.flatMap((mark, number) => {
      const link = document.createElement("a");
      link.href = `#${mark.id}`;
      link.textContent = mark.textContent;
      const status = document.createElement("em");
      status.textContent = mark.dataset.s ?? "";
      return [number ? ", " : "", link, ...(mark.dataset.s ? [" ", status] : [])];
    }));
  };
  const lines = [...document.querySelectorAll(".days .what")].map((what) => what.parentNode);
  const undated = [...document.querySelectorAll(".undated")];
  const waiting = new Set([...lines, ...undated]);
  const filled = (part) => {
    if (waiting.delete(part)) (part.className === "undated" ? list : fill)(part);
  };
  const seen = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      filled(target);
    }
  }, { rootMargin: "400px" });
  for (const part of waiting) seen.observe(part);
  addEventListener("beforeprint", () => [...waiting].forEach(filled));

  /* What the marks at a place stand for, innermost first. */
  const rows = document.querySelectorAll("#statements li[data-f]");
  const tidy = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const shown = (node) => {
    const layer = LAYERS.find(({ tag }) => tag === node.nodeName);
    return layer && document.getElementById(layer.on).checked ? layer : null;
  };
  const member = (node) => {
    const number = /(?:^| )m(\d+)/.exec(node.className)?.[1];
    return number && node.closest("article").querySelectorAll(".cast bdi")[number];
  };
  const meaning = {
    MARK: (node) => {
      const number = /(?:^| )n(\d+)$/.exec(node.className)?.[1];
      return number ? tidy(rows[number]?.querySelector(".who bdi")) + ": "
        + tidy(rows[number]?.querySelector(".who .b")) : "";
    },
    DATA: (node) => {
      const entry = links.get(node.id || node.dataset.of)?.parentNode;
      const days = tidy(entry?.querySelector("small"));
      const words = tidy(entry?.querySelector("span")) || tidy(entry?.querySelector("a"));
      return `${words}${days && `, ${days}`} (${node.value})`;
    },
    B: (node) => {
      const day = links.get(node.id || node.dataset.of)?.closest(".day");
      return `${node.dataset.s ?? "happened"}, ${tidy(day?.querySelector(".when")) || "date unknown"}`
        .replace("Date", "date");
    },
    U: (node) => node.dataset.c,
    I: (node) => {
      const found = member(node);
      return found ? `${tidy(found)} (${tidy(found.closest("div").querySelector("dt")).toLowerCase()})` : "";
    },
  };
  const chain = (node) => {
    const found = [];
    for (let at = node; at && !at.classList?.contains("text"); at = at.parentNode) {
      const layer = shown(at);
      if (layer && meaning[at.nodeName](at)) found.push([at, layer]);
    }
    return found;
  };

  /* The tip, and what it speaks of in the text. */
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
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
  const point = (field, at) => {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    let left = at;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return null;
  };
  const scope = (node) => {
    if (!globalThis.CSS?.highlights || !node.dataset.w) return;
    const field = node.closest(".text");
    const [start, end] = node.dataset.w.split(" ").map((at) => point(field, Number(at)));
    if (!start || !end) return;
    const range = document.createRange();
    range.setStart(...start);
    range.setEnd(...end);
    CSS.highlights.set("scope", new Highlight(range));
  };
  const place = (node) => {
    const [box] = node.getClientRects();
    if (!box) return;
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(box.left, width - tip.offsetWidth - 8));
    const above = box.top > tip.offsetHeight + 60;
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(above ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + scrollY}px`;
  };
  const show = (node) => {
    const found = chain(node);
    hide();
    if (!found.length) return;
    tip.replaceChildren(...found.slice(0, 5).map(([at, { label }]) => {
      const line = document.createElement("div");
      const what = document.createElement("b");
      what.textContent = label;
      line.append(what, " ", meaning[at.nodeName](at));
      return line;
    }));
    tip.hidden = false;
    place(found[0][0]);
    for (const [at] of found) {
      if (at.nodeName === "U") scope(at);
    }
    const name = found.map(([at]) => at).find(member);
    const number = name && /(?:^| )(m\d+)/.exec(name.className)[1];
    if (number) {
      same = [...name.closest("article").querySelectorAll(`.text i.${number}`)];
      for (const one of same) one.classList.add("same");
    }
  };
  for (const field of fields) {
    field.addEventListener("pointerover", (event) => show(event.target));
    field.addEventListener("pointerleave", hide);
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });

  /* With the keyboard: a text is one stop, arrows step through what is highlighted in it. */
  const steps = (field) => [...field.querySelectorAll("mark, data, b, u, i")]
    .filter((node) => shown(node) && !node.dataset.of && meaning[node.nodeName](node));
  for (const field of document.querySelectorAll("div.text")) {
    field.tabIndex = 0;
    field.setAttribute("role", "group");
    field.setAttribute("aria-label", "Text. Left and right arrow keys step through the highlights.");
    field.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === "Escape" && event.target !== field) field.focus();
      if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const all = steps(field);
      const at = all.indexOf(document.activeElement);
      const next = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
      event.preventDefault();
      if (!next) return;
      next.tabIndex = -1;
      next.focus();
      show(next);
      described = next;
      next.setAttribute("aria-describedby", "tip");
    });
    field.addEventListener("focusout", hide);
  }

  /* The lists take no room on narrow screens until they are asked for. */
  const lists = document.querySelectorAll("details.found");
  if (!matchMedia("(min-width: 56rem)").matches) for (const list of lists) list.open = false;
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target?.matches("details.found")) target.open = true;
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
