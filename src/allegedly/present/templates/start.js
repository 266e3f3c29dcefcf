/* What is near is drawn first, the statements when there is time, everything before printing. */
const near = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    const article = BY_ID.get(target.id.slice(1));
    if (article) draw(article);
    else GROUPS.find(({ node }) => node === target)?.build();
  }
}, { rootMargin: "600px" });
for (const { node } of [...ARTICLES, ...GROUPS]) near.observe(node);

const idle = globalThis.requestIdleCallback ?? ((work) => setTimeout(work, 20, { timeRemaining: () => 10 }));
const waiting = [...GROUPS];
const work = (deadline) => {
  while (waiting.length && deadline.timeRemaining() > 5) waiting.shift().build();
  if (waiting.length) idle(work);
};
if (document.readyState === "complete") idle(work);
else addEventListener("load", () => idle(work));
addEventListener("beforeprint", () => {
  ARTICLES.forEach(draw);
  for (const group of GROUPS) group.build();
  FOLDED.forEach(fill);
});

document.getElementById("unscripted")?.remove();
const layers = document.getElementById("layers");
if (layers) layers.hidden = false;
addEventListener("hashchange", arrive);
arrive();
document.body.classList.add("ready");
if (location.hash.startsWith("#view?") && !scrollY) section?.scrollIntoView();
