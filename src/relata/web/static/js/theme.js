// Light or dark, before anything is painted; and the buttons that need a script to be of use.
(() => {
  const root = document.documentElement;
  const key = "relata-theme";
  const kept = (() => { try { return localStorage.getItem(key); } catch { return null; } })();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;

  const isDark = () => (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-theme-switch]");
    button.hidden = false;
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem(key, root.dataset.theme); } catch { /* kept for this page alone */ }
      dispatchEvent(new Event("relata-theme"));
    });
    for (const print of document.querySelectorAll("[data-print]")) {
      print.hidden = false;
      print.addEventListener("click", () => window.print());
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => dispatchEvent(new Event("relata-theme")));
})();
