/* Enhancement only: the page works without this file. No network, no storage, no markup from text. */
(() => {
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

/* a chart's table takes the place of the drawing */
const toggle = (details) => {
  const figure = details.closest("figure");
  if (figure) details.addEventListener("toggle", () => figure.classList.toggle("as-table", details.open));
};

/* the contents show where the reader is, and only that chapter's sections */
const follow = (nav) => {
  const links = new Map(all("a", nav).map((link) => [link.hash.slice(1), link]));
  const here = (id) => {
    const link = links.get(id);
    if (!link) return;
    all("[aria-current]", nav).forEach((other) => other.removeAttribute("aria-current"));
    all(".open", nav).forEach((other) => other.classList.remove("open"));
    link.setAttribute("aria-current", "true");
    for (let item = link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("open");
  };
  const observer = new IntersectionObserver((seen) => seen.filter((entry) => entry.isIntersecting).forEach((entry) => here(entry.target.id)),
    { rootMargin: "-12% 0px -80% 0px" });
  links.forEach((_, id) => { const target = document.getElementById(id); if (target) observer.observe(target); });
  nav.classList.add("live");
};

/* another language keeps the place */
const stay = (link) => link.addEventListener("click", () => { link.hash = location.hash; });

all("details.data").forEach(toggle);
all(".toc.side").forEach(follow);
all("[data-stay]").forEach(stay);
})();
