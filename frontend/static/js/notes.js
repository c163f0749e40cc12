// An answer that put a message under a control says so on the control too, which is never swapped.
document.addEventListener("htmx:oobAfterSwap", ({ detail: { target } }) => {
  if (!target.id?.endsWith("-note")) return;
  const control = document.getElementById(target.id.slice(0, -"-note".length));
  if (!control) return;
  if (target.querySelector(".field-error")) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
});
