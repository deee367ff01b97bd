// Which claims are marked, and which words and which entry belong together.
const marks = [...document.querySelectorAll("mark[data-claims]")];
const entries = new Map([...document.querySelectorAll("[data-claim]")].map((entry) => [entry.dataset.claim, entry]));
const switches = document.querySelector("[data-switches]");

function light(ids, on) {
  for (const id of ids) entries.get(id)?.classList.toggle("lit", on);
  for (const mark of marks) if (mark.dataset.claims.split(" ").some((id) => ids.includes(id))) mark.classList.toggle("lit", on);
}

for (const mark of marks) {
  const ids = mark.dataset.claims.split(" ");
  mark.addEventListener("mouseenter", () => ids.forEach((id) => entries.get(id)?.classList.add("lit")));
  mark.addEventListener("mouseleave", () => ids.forEach((id) => entries.get(id)?.classList.remove("lit")));
}
for (const [id, entry] of entries) {
  for (const [event, on] of [["mouseenter", true], ["mouseleave", false], ["focusin", true], ["focusout", false]]) {
    entry.addEventListener(event, () => light([id], on));
  }
}

if (switches) {
  switches.hidden = false;
  switches.addEventListener("change", () => {
    const shown = new Set([...switches.querySelectorAll("input:checked")].map((box) => box.value));
    for (const entry of entries.values()) entry.hidden = !shown.has(entry.className.replace(/^.*\ba-(\w+).*$/, "$1"));
    for (const mark of marks) mark.classList.toggle("off", mark.dataset.claims.split(" ").every((id) => entries.get(id)?.hidden));
  });
}
