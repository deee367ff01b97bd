// Incidents: list, map and timeline go together. Every choice is an address; the page of that address is fetched and its
// parts put in the place of the old ones, so that the map stays where it is.
import { drawTimeline } from "./timeline.js";
import { clusters } from "./clusters.js";

const PARTS = ["choose", "found", "timeline"];
const explorer = document.querySelector("[data-explorer]");
const narrow = matchMedia("(max-width: 70rem)");
let map = null;
let asked = 0;

function fold() {
  const details = document.querySelector("[data-fold]");
  if (details && narrow.matches) details.open = false;
}

function start() {
  drawTimeline(document.querySelector("[data-timeline]"), (since, until) => go(changed({ since, until })));
  for (const item of document.querySelectorAll(".item[data-lat]")) {
    const at = [Number(item.dataset.lon), Number(item.dataset.lat)];
    item.addEventListener("mouseenter", () => map?.point(at));
    item.addEventListener("mouseleave", () => map?.point(null));
    item.addEventListener("focusin", () => map?.point(at));
    item.addEventListener("focusout", () => map?.point(null));
  }
}

/** This address with some values put in, or taken out by null; the list begins again. */
function changed(values) {
  const address = new URL(location.href);
  address.searchParams.delete("after");
  for (const [name, value] of Object.entries(values)) value === null ? address.searchParams.delete(name) : address.searchParams.set(name, value);
  return address;
}

async function go(address, { push = true } = {}) {
  const mine = ++asked;
  explorer.dataset.busy = "";
  let page;
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    if (!answer.ok) throw new Error(answer.statusText);
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    location.assign(address); // the server says what is wrong
    return;
  }
  if (mine !== asked) return;
  if (PARTS.some((id) => !page.getElementById(id))) return location.assign(address);
  const open = document.querySelector("[data-fold]")?.open;
  for (const id of PARTS) document.getElementById(id).replaceWith(page.getElementById(id));
  document.title = page.title;
  document.getElementById("find").value = page.getElementById("find").getAttribute("value") ?? "";
  if (push) history.pushState(null, "", address);
  if (open !== undefined) document.querySelector("[data-fold]").open = open;
  delete explorer.dataset.busy;
  start();
  map?.show(new URL(address, location.href).searchParams);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go]");
  if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (link.rel === "next") document.getElementById("found").scrollIntoView();
  go(link.href);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-filter]")) return;
  event.preventDefault();
  const address = new URL("/", location.href);
  for (const [name, value] of new FormData(event.target)) if (String(value).trim()) address.searchParams.set(name, String(value).trim());
  go(address);
});
addEventListener("popstate", () => go(location.href, { push: false }));

fold();
start();
const canvas = document.querySelector('[data-map="clusters"]');
if (canvas) {
  clusters(canvas, new URLSearchParams(location.search), (bbox) => go(changed({ bbox }))).then((made) => { map = made; });
}
