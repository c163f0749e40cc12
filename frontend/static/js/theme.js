// The theme changes at once; the cookie makes the next page arrive in it.
document.addEventListener("click", (event) => {
  const choice = event.target.closest("[data-theme-choice]");
  if (!choice) return;
  event.preventDefault();
  const theme = choice.value;
  const system = theme === "system";
  document.cookie = `slipway-theme=${system ? "" : theme};path=/;samesite=lax;max-age=${system ? 0 : 31536000}`;
  if (system) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const each of choice.form.querySelectorAll("[data-theme-choice]")) {
    if (each === choice) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  }
});
