// Fields that matter only with certain values of others are there only then. Without scripts the answer to the form says so.
function show(form, part) {
  const wanted = new URLSearchParams(part.dataset.when);
  const given = new FormData(form);
  part.hidden = ![...wanted.keys()].every((name) => given.getAll(name).some((value) => wanted.getAll(name).includes(value)));
}

document.addEventListener("input", ({ target }) => target.form?.querySelectorAll("[data-when]").forEach((part) => show(target.form, part)));
