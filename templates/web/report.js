/* Enhancement only: the report works without this file. No network, no storage, no markup from text. */
(() => {
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

/* search without accents in the findings; what does not match is hidden */
const search = (form) => {
  const input = form.querySelector("input");
  const output = form.querySelector("output");
  const items = all(".finding").map((item) => ({ item, text: "" }));
  const run = () => {
    const words = plain(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const each of items) {
      const file = each.item.closest(".file");
      each.text ||= plain(`${file.querySelector("h3").textContent} ${file.closest(".town").querySelector("h2").textContent} ${each.item.textContent}`);
      const hit = words.every((word) => each.text.includes(word));
      each.item.hidden = !hit;
      found += hit;
    }
    for (const part of all(".file, .town")) part.hidden = words.length > 0 && !part.querySelector(".finding:not([hidden])");
    output.textContent = words.length ? output.dataset.found.replace("{n}", found) : "";
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  let waiting = 0;
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, 120); });
};

all("[data-search]").forEach(search);
})();
