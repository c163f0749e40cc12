// A link with [data-dialog] opens the form of its page as a dialog; without scripts it is the page.
const dialog = document.getElementById("dialog");
let opener;

async function open(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const form = page.querySelector(".confirm");
  if (!answer.ok || answer.redirected || !form) return location.assign(link.href);
  opener = link;
  dialog.replaceChildren(document.adoptNode(form));
  dialog.setAttribute("aria-labelledby", form.querySelector("h1")?.id ?? "");
  htmx.process(dialog);
  dialog.showModal();
  (form.querySelector("input:not([type=hidden])") ?? form.querySelector("[data-dialog-close]"))?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog], a[data-keys-help]");
  if (link && dialog && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    open(link).catch(() => location.assign(link.href));
  }
  if (event.target === dialog || event.target.closest("dialog [data-dialog-close]")) {
    event.preventDefault();
    event.target.closest("dialog").close();
  }
});
dialog?.addEventListener("close", () => {
  dialog.replaceChildren();
  opener?.focus();
});
