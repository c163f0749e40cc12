// Problems at their line: a wave under the word, and cause and fix below it.
let change;

const listed = (doc) =>
  [...document.querySelectorAll("#draft-problems [data-problem]")]
    .map(({ dataset }) => dataset)
    .filter(({ line }) => Number(line) <= doc.lines)
    .map(({ line, from, to, fix, tone, code, message }) => {
      const at = doc.line(Number(line));
      const start = Math.min(at.from + Number(from), at.to);
      return { from: start, to: Math.min(Math.max(at.from + Number(to), start), at.to), fix, tone, code, message };
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);

const icon = (tone) => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "use"));
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", document.querySelector(`[data-icon-of="${tone}"] use`)?.getAttribute("href") ?? "");
  return svg;
};

const element = (tag, className, text) => Object.assign(document.createElement(tag), { className, textContent: text });

/** Puts the fix of a problem into the text, as one step that can be undone. */
const mend = (view, problem) => {
  view.dispatch({ changes: { from: problem.from, to: problem.to, insert: problem.fix }, selection: { anchor: problem.from + problem.fix.length }, userEvent: "input.fix" });
  view.focus();
};

export function problems({ Decoration, EditorView, StateEffect, StateField, WidgetType }, words) {
  change = StateEffect.define();

  class Note extends WidgetType {
    constructor(problem) {
      super();
      this.problem = problem;
    }
    eq({ problem }) {
      return problem.message === this.problem.message && problem.fix === this.problem.fix && problem.from === this.problem.from;
    }
    toDOM(view) {
      const { tone, message, code, fix } = this.problem;
      const place = element("div", "editor-note", "");
      const note = place.appendChild(element("div", "", ""));
      note.dataset.tone = tone;
      const text = element("p", "", `${message} `);
      text.append(element("code", "", code));
      note.append(icon(tone), text);
      if (fix) {
        const button = element("button", "button", words.write.replace("{}", fix));
        button.type = "button";
        button.dataset.size = "compact";
        button.addEventListener("click", () => {
          const now = view.state.field(shown).list.find((each) => each.message === message && each.code === code && each.fix === fix);
          if (now) mend(view, now);
        });
        note.append(button);
      }
      return place;
    }
    ignoreEvent() {
      return true;
    }
  }

  const drawn = (list, doc) => {
    const all = [];
    for (const problem of list) {
      const line = doc.lineAt(problem.from);
      all.push(Decoration.line({ class: `editor-line-${problem.tone}` }).range(line.from));
      if (problem.to > problem.from) all.push(Decoration.mark({ class: `editor-wave-${problem.tone}` }).range(problem.from, problem.to));
      all.push(Decoration.widget({ widget: new Note(problem), block: true, side: 1 }).range(line.to));
    }
    return Decoration.set(all, true);
  };

  const shown = StateField.define({
    create: () => ({ list: [], drawn: Decoration.none }),
    update(value, transaction) {
      for (const effect of transaction.effects)
        if (effect.is(change)) return { list: effect.value, drawn: drawn(effect.value, transaction.state.doc) };
      if (!transaction.docChanged) return value;
      const moved = ({ from, to, ...rest }) => ({ ...rest, from: transaction.changes.mapPos(from, 1), to: transaction.changes.mapPos(to, -1) });
      const list = value.list.map(moved).filter(({ from, to }) => from < to);
      return { list, drawn: value.drawn.map(transaction.changes) };
    },
    provide: (field) => EditorView.decorations.from(field, (value) => value.drawn),
  });
  problems.shown = shown;
  return shown;
}

/** A mark beside each line that something is wrong with. Its shape says how wrong, and its colour repeats it. */
export const marks = ({ gutter, GutterMarker, RangeSetBuilder }) => {
  class Mark extends GutterMarker {
    constructor(tone) {
      super();
      this.tone = tone;
    }
    eq({ tone }) {
      return tone === this.tone;
    }
    toDOM() {
      const mark = element("span", "editor-mark", "");
      mark.dataset.tone = this.tone;
      return mark;
    }
  }
  const toned = { bad: new Mark("bad"), warn: new Mark("warn") };
  return gutter({
    class: "editor-marks",
    initialSpacer: () => toned.bad,
    markers: ({ state }) => {
      const worst = new Map();
      for (const { from, tone } of state.field(problems.shown).list) {
        const line = state.doc.lineAt(from).from;
        if (worst.get(line) !== "bad") worst.set(line, tone);
      }
      const builder = new RangeSetBuilder();
      for (const [line, tone] of [...worst].sort((a, b) => a[0] - b[0])) builder.add(line, line, toned[tone]);
      return builder.finish();
    },
  });
};

export const showProblems = (cm, view) => view.dispatch({ effects: change.of(listed(view.state.doc)) });

/** To the next problem, or the one before; around at the end. */
export const toNextProblem = ({ EditorView }, by) => (view) => {
  const { list } = view.state.field(problems.shown);
  if (!list.length) return false;
  const at = view.state.selection.main.head;
  const next = by > 0 ? (list.find(({ from }) => from > at) ?? list[0]) : (list.findLast(({ from }) => from < at) ?? list.at(-1));
  view.dispatch({ selection: { anchor: next.from }, effects: EditorView.scrollIntoView(next.from, { y: "center" }) });
  document.dispatchEvent(new CustomEvent("announce", { detail: next.message }));
  return true;
};

/** Takes the fix of the problem in the cursor's line. */
export const takeFix = (view) => {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const { list } = view.state.field(problems.shown);
  const problem = list.find(({ from, fix }) => fix && from >= line.from && from <= line.to);
  if (problem) mend(view, problem);
  return Boolean(problem);
};
