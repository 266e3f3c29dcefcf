"use strict";
/* Where a fragment leads: what is folded around it opens, its words are lit. */
(() => {
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    for (const piece of document.querySelectorAll("span.hit")) piece.classList.remove("hit");
    if (!target) return;
    if (target.matches(".text span[id^='x']")) {
      for (const piece of document.querySelectorAll(`[data-of="${CSS.escape(target.id)}"]`)) piece.classList.add("hit");
      target.classList.add("hit");
    }
    let folded = false;
    for (let at = target; at; at = at.parentElement) {
      if (!at.matches("details") || at.open) continue;
      at.open = true;
      folded = true;
    }
    const own = target.firstElementChild;
    if (own?.matches("details") && target.matches(".claims > li")) own.open = true;
    if (folded) target.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();
})();
