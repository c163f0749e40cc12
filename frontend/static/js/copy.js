// [data-copy] copies its text and says so in place for two seconds.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  const label = button.querySelector("[data-copy-label]");
  const done = button.dataset.copiedLabel;
  document.dispatchEvent(new CustomEvent("announce", { detail: done }));
  if (button.hasAttribute("data-copied")) return;
  button.setAttribute("data-copied", "");
  const before = label?.textContent;
  if (label) {
    label.style.minWidth = `${label.offsetWidth}px`;
    label.textContent = done;
  }
  setTimeout(() => {
    button.removeAttribute("data-copied");
    if (label) label.textContent = before;
  }, 2000);
});
