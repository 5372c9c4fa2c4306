/* Enhancement only: reports work without this file. */
(() => {
"use strict";
/* only what can be scrolled is a stop of the keyboard, and shows the cell in question; looked at when it comes into sight */
const fit = (box) => {
  const isWide = box.scrollWidth > box.clientWidth;
  if (!isWide) box.removeAttribute("tabindex"); else box.tabIndex = 0;
  const cell = isWide && box.querySelector(".hit");
  if (cell) box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth + 8;
};
const sight = () => {
  const watch = new IntersectionObserver((seen) => seen.filter((each) => each.isIntersecting).forEach((each) => {
    fit(each.target);
    watch.unobserve(each.target);
  }), { rootMargin: "50% 0px" });
  document.querySelectorAll(".scroll").forEach((box) => watch.observe(box));
};
document.fonts.ready.then(sight);
addEventListener("resize", sight);
})();
