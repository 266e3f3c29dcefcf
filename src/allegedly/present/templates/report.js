(() => {
  const form = document.getElementById("form");
  const rows = [...document.querySelectorAll("#statements li[data-f]")];
  if (!form || !rows.length) return;

  const names = ["speaker", "outlet", "sourcing"];
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const groups = [...document.querySelectorAll("#statements .group")];
  const facts = rows.map((row) => {
    const [speaker, sourcing, mode] = row.dataset.f.split(" ");
    return { row, speaker, sourcing, mode, outlet: row.closest(".group").dataset.o, words: null };
  });
  const output = document.getElementById("shown");
  const none = document.getElementById("none");

  /* What the form says: numbers of the chosen options, as the rows carry them. */
  const chosen = () => {
    const place = (name) => (form[name].value ? String(form[name].selectedIndex - 1) : "");
    return {
      speaker: place("speaker"),
      outlet: place("outlet"),
      sourcing: place("sourcing"),
      direct: form.direct.checked,
      terms: plain(form.q.value).split(/\s+/).filter(Boolean),
    };
  };

  const matches = (fact, want) => {
    if (want.speaker && fact.speaker !== want.speaker) return false;
    if (want.outlet && fact.outlet !== want.outlet) return false;
    if (want.sourcing && fact.sourcing !== want.sourcing) return false;
    if (want.direct && fact.mode !== "d") return false;
    if (!want.terms.length) return true;
    fact.words ??= plain(
      [...fact.row.querySelectorAll(".who bdi, .how bdi, blockquote")]
        .map((part) => part.textContent).join(" "));
    return want.terms.every((term) => fact.words.includes(term));
  };

  const show = () => {
    const want = chosen();
    let count = 0;
    for (const fact of facts) {
      const fits = matches(fact, want);
      fact.row.hidden = !fits;
      if (fits) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("li[data-f]:not([hidden])");
    const all = rows.length === 1 ? "1 statement" : `${rows.length.toLocaleString("en")} statements`;
    const parts = [
      ...names.filter((name) => form[name].value)
        .map((name) => form[name].selectedOptions[0].textContent.replace(/ \(\d+\)$/, "")),
      ...(form.direct.checked ? ["direct quotes"] : []),
      ...(form.q.value.trim() ? [`“${form.q.value.trim()}”`] : []),
    ];
    output.textContent = parts.length
      ? `${count.toLocaleString("en")} of ${all}: ${parts.join(", ")}` : all;
    none.hidden = count > 0;
    for (const link of document.querySelectorAll("a[data-set]")) {
      const on = form[link.dataset.set].value === link.dataset.value;
      if (on) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };

  /* The view as a fragment, so that it can be cited: #view?speaker=…&direct=1 */
  const written = () => {
    const parts = new URLSearchParams();
    for (const name of names) if (form[name].value) parts.set(name, form[name].value);
    if (form.direct.checked) parts.set("direct", "1");
    if (form.q.value.trim()) parts.set("q", form.q.value.trim());
    const text = parts.toString();
    return text ? `#view?${text}` : "#view";
  };

  const changed = () => {
    show();
    history.replaceState(null, "", written());
  };

  const read = (fragment) => {
    const parts = new URLSearchParams(fragment.slice("#view?".length));
    form.q.value = parts.get("q") ?? "";
    form.direct.checked = parts.get("direct") === "1";
    for (const name of names) {
      const value = parts.get(name) ?? "";
      const place = [...form[name].options].findIndex((option) => option.value === value);
      form[name].selectedIndex = Math.max(place, 0);
    }
    show();
  };

  const light = (number) => {
    for (const old of document.querySelectorAll("mark.hit")) old.classList.remove("hit");
    if (number < 0) return;
    for (const mark of document.getElementsByClassName(`n${number}`)) mark.classList.add("hit");
  };

  const arrive = () => {
    const fragment = location.hash;
    if (fragment === "#view" || fragment.startsWith("#view?")) return read(fragment);
    const target = document.getElementById(fragment.slice(1));
    const kind = fragment[1];
    light(kind === "w" ? rows.findIndex((row) => row.id === `s${fragment.slice(2)}`) : -1);
    if (target && target.matches("li[hidden]")) {
      read("");
      target.scrollIntoView();
    }
  };

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
    document.getElementById("statements").scrollIntoView({ block: "nearest" });
  });
  addEventListener("hashchange", arrive);

  for (const row of rows) {
    const link = document.createElement("a");
    link.className = "cite";
    link.href = `#${row.id}`;
    link.textContent = "#";
    link.setAttribute("aria-label", "Link to this statement");
    row.querySelector(".ref").append(" ", link);
  }
  const panel = document.getElementById("filters");
  panel.hidden = false;
  panel.open = matchMedia("(min-width: 56rem)").matches;
  show();
  arrive();
  if (location.hash.startsWith("#view?") && !scrollY) {
    document.getElementById("statements").scrollIntoView();
  }
})();
