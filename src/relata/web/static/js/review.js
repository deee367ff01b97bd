// Questions by keyboard: s same, d different, l later, j and k to walk.
const questions = [...document.querySelectorAll(".question")];
let at = -1;

function go(next) {
  const left = questions.filter((one) => !one.hidden);
  if (!left.length) return;
  questions[at]?.classList.remove("now");
  const chosen = left[Math.max(0, Math.min(next(left.indexOf(questions[at])), left.length - 1))];
  at = questions.indexOf(chosen);
  chosen.classList.add("now");
  chosen.focus({ preventScroll: true });
  chosen.scrollIntoView({ block: "nearest" });
}

function later(question) {
  const number = questions.indexOf(question);
  question.hidden = true;
  const next = questions.slice(number + 1).find((one) => !one.hidden);
  go((now) => (next ? questions.filter((one) => !one.hidden).indexOf(next) : now));
}

const press = (question, kind) => question.querySelector("form").requestSubmit(question.querySelector(`button[value="${kind}"]`));

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const question = questions[at];
  const does = {
    j: () => go((now) => now + 1),
    k: () => go((now) => now - 1),
    s: () => question && press(question, "same"),
    d: () => question && press(question, "different"),
    l: () => question && later(question),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  does();
});

for (const question of questions) {
  const button = question.querySelector("[data-later]");
  button.hidden = false;
  button.addEventListener("click", () => later(question));
  question.addEventListener("focusin", () => { questions[at]?.classList.remove("now"); at = questions.indexOf(question); question.classList.add("now"); });
}
if (questions.length && !document.querySelector(".done")) go(() => 0);
else if (questions.length) { at = 0; questions[0].classList.add("now"); }
