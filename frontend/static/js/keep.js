// When the sign-in has expired, what was typed into a form comes back after signing in again.
const KEY = "slipway-kept";
const path = location.pathname;
const forms = () => document.querySelectorAll("form[data-keep]");

function keep() {
  const typed = {};
  for (const form of forms())
    for (const field of form.elements)
      if (field.name && !/^(hidden|password|file|submit|button)$/.test(field.type))
        typed[`${field.name}=${/radio|checkbox/.test(field.type) ? field.value : ""}`] =
          /radio|checkbox/.test(field.type) ? field.checked : field.value;
  if (forms().length) sessionStorage.setItem(KEY, JSON.stringify({ path, typed, at: Date.now() }));
}

const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
if (kept && kept.path === path && kept.signedOut && Date.now() - kept.at < 3_600_000) {
  for (const form of forms())
    for (const field of form.elements) {
      const value = kept.typed[`${field.name}=${/radio|checkbox/.test(field.type) ? field.value : ""}`];
      if (value === undefined) continue;
      if (typeof value === "boolean") field.checked = value;
      else field.value = value;
    }
  document.dispatchEvent(new Event("input"));
}
if (kept && document.querySelector("[data-sign-in]")) {
  sessionStorage.setItem(KEY, JSON.stringify({ ...kept, signedOut: true }));
  if (!location.search) location.replace(`${path}?expired`);
} else sessionStorage.removeItem(KEY);

document.addEventListener("submit", ({ target }) => target.matches("form[data-keep]") && keep());
document.addEventListener("htmx:beforeOnLoad", ({ detail }) => detail.xhr.getResponseHeader("HX-Refresh") && keep());
