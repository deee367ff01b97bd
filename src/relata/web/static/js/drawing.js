// What all drawings share: colours of the style sheet, data of the page, and drawing anew when these change.

/** The value of a colour of the style sheet, as it is now, for canvases and for SVG. */
export function colour(name) {
  const probe = document.createElement("span");
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

/** The data that the page has for a figure. */
export function dataOf(figure) {
  return JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
}

/** Draw in a figure, and again when its width or the colours change. `draw(width)` gives an element, or null. */
export function keepDrawn(figure, draw) {
  let drawn = null;
  let width = 0;
  const again = () => {
    const next = draw(width);
    if (drawn) drawn.remove();
    if (next) figure.prepend(next);
    drawn = next;
  };
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now < 60 || Math.abs(now - width) < 2) return; // 60: it is being taken away, or folded
    width = now;
    again();
  }).observe(figure);
  addEventListener("relata-theme", () => width && again());
}

/** Name a drawing for those who do not see it. */
export function named(svg, words) {
  const image = svg.matches?.("svg") ? svg : svg.querySelector("svg");
  image.setAttribute("role", "img");
  image.setAttribute("aria-label", words);
  for (const part of image.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  return svg;
}
