// What the expressions of a line are for the values that are tried, at the end of the line. The table below has the same.
let change;

const listed = (doc) =>
  [...document.querySelectorAll("#draft-values [data-line]:is(tr)")]
    .map((row) => ({ line: Number(row.dataset.line), text: row.querySelector("samp").textContent }))
    .filter(({ line }) => line <= doc.lines);

export function values({ Decoration, EditorView, StateEffect, StateField, WidgetType }) {
  change = StateEffect.define();

  class Value extends WidgetType {
    constructor(text) {
      super();
      this.text = text;
    }
    eq({ text }) {
      return text === this.text;
    }
    toDOM() {
      const value = Object.assign(document.createElement("span"), { className: "editor-value", textContent: this.text });
      value.setAttribute("aria-hidden", "true");
      return value;
    }
  }

  const drawn = (list, doc) =>
    Decoration.set(list.map(({ line, text }) => Decoration.widget({ widget: new Value(text), side: 1 }).range(doc.line(line).to)));

  return StateField.define({
    create: () => Decoration.none,
    update(value, transaction) {
      for (const effect of transaction.effects) if (effect.is(change)) return drawn(effect.value, transaction.state.doc);
      return value.map(transaction.changes);
    },
    provide: (field) => EditorView.decorations.from(field),
  });
}

export const showValues = (view) => view.dispatch({ effects: change.of(listed(view.state.doc)) });
