// The text of a blueprint in an editor. The textarea stays the form's field and holds what is sent; without this module it
// is what one types into. What is wrong is read off the list of problems, which the server renders.
const field = document.getElementById("draft-text");
const form = field.form;
// Their addresses say what is in them, so that none is taken from a cache that is older than the page.
const parts = ["codemirror", "expressions", "completion", "problems", "values"].map((name) => import(field.dataset[name]));
const [cm, { expressions }, { completeFrom }, { marks, problems, showProblems, takeFix, toNextProblem }, { values, showValues }] = await Promise.all(parts);
const { EditorState, EditorView, keymap, tags } = cm;
const isYaml = /\.ya?ml$/.test(form.elements.file.value);

const colours = cm.HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: "code-key" },
  { tag: [tags.string, tags.content, tags.special(tags.string)], class: "code-string" },
  { tag: [tags.comment, tags.meta, tags.separator, tags.punctuation, tags.squareBracket, tags.brace], class: "code-faint" },
  { tag: [tags.labelName, tags.typeName, tags.attributeValue], class: "code-number" },
]);

const press = (name) => () => {
  document.querySelector(`[data-press="${name}"]`)?.click();
  return true;
};

const view = new EditorView({
  doc: field.value,
  extensions: [
    EditorView.cspNonce.of(field.dataset.nonce),
    EditorState.tabSize.of(2),
    cm.indentUnit.of("  "),
    marks(cm),
    cm.lineNumbers(),
    cm.highlightActiveLine(),
    cm.highlightActiveLineGutter(),
    cm.drawSelection(),
    cm.history(),
    cm.indentOnInput(),
    cm.bracketMatching(),
    cm.highlightSelectionMatches(),
    cm.search({ top: true }),
    isYaml
      ? [cm.yaml(), cm.syntaxHighlighting(colours), expressions(cm), cm.autocompletion({ override: [completeFrom(form)], icons: false })]
      : EditorView.lineWrapping,
    problems(cm, field.dataset),
    values(cm),
    keymap.of([
      { key: "Mod-Enter", run: press("run") },
      { key: "Mod-s", run: press("save"), preventDefault: true },
      { key: "F8", run: toNextProblem(cm, 1), shift: toNextProblem(cm, -1) },
      { key: "Alt-Enter", run: takeFix },
      cm.indentWithTab,
      ...cm.completionKeymap,
      ...cm.searchKeymap,
      ...cm.historyKeymap,
      ...cm.defaultKeymap,
    ]),
    EditorView.contentAttributes.of({ tabindex: "0", "aria-labelledby": "draft-label", "aria-describedby": "draft-hint", spellcheck: "false" }),
    EditorView.updateListener.of((update) => {
      if (!update.docChanged) return;
      field.value = update.state.doc.toString();
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }),
  ],
});
field.hidden = true;
field.before(view.dom);
document.getElementById("draft-hint").hidden = false;
document.getElementById("draft-label").addEventListener("click", () => view.focus());

const showResults = () => {
  showProblems(cm, view);
  showValues(view);
};
showResults();
document.addEventListener("htmx:afterSwap", showResults);

const goTo = (line, column) => {
  const at = view.state.doc.line(Math.min(line, view.state.doc.lines));
  const position = Math.min(at.from + column, at.to);
  view.dispatch({ selection: { anchor: position }, effects: EditorView.scrollIntoView(position, { y: "center" }) });
  view.focus();
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-line]");
  if (!link) return;
  event.preventDefault();
  goTo(Number(link.dataset.line), Number(link.dataset.from));
});
const named = /^#L(\d+)$/.exec(location.hash);
if (named) goTo(Number(named[1]), 0);

// Enter would press the first button of the form.
const path = document.getElementById("draft-path");
path.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  path.parentElement.querySelector("button").click();
});

let sent = false;
const begun = field.defaultValue;
form.addEventListener("submit", () => (sent = true));
addEventListener("beforeunload", (event) => !sent && field.value !== begun && event.preventDefault());
