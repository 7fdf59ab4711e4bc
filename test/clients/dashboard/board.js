const timings = {
  OVERDUE: ["Overdue", "late"],
  PAST_DUE_NOT_REPORTED: ["Past due, not reported", "wait"],
  IN_WINDOW: ["Due now", ""],
  UPCOMING: ["Upcoming", ""],
};

const statuses = { NOT_STARTED: "Not started", IN_PROGRESS: "In progress", READY: "Ready", PAUSED: "Paused", MERGED: "Merged", CLOSED: "Closed", NOT_REPORTED: "Not reported" };

const find = (id) => document.getElementById(id);

/** Draws what the tracker answered. What is there already stays the same element, so that nobody loses their place. Whatever it says is set as text, never as markup. */
export function draw({ overview, late, next, workstreams, fundingSummary }, tracker) {
  const count = (timing) => overview.milestones.byTiming.find((figure) => figure.timing === timing)?.count ?? 0;
  const figures = Object.keys(timings).map((timing) => ({ id: timing, name: timings[timing][0], count: count(timing) }));
  list(find("figures"), figures, "div", ({ name, count }) => [element("dt", "", name), element("dd", "", String(count))]);
  milestones("late", late, tracker);
  milestones("next", next, tracker);
  list(find("readiness"), workstreams.nodes, "li", (workstream) => workstreamLines(workstream, tracker));
  rest("readiness", workstreams);
  const years = [...fundingSummary.byFinancialYear.map(({ financialYear, awarded }) => ({ id: financialYear.label, ...awarded.sum })), { id: "Year not determined", ...fundingSummary.undetermined.sum }]
    .filter(({ knownCount, unknownCount }) => knownCount + unknownCount > 0);
  list(find("funding"), years, "tr", yearCells);
  find("funding").parentElement.hidden = years.length === 0;
  find("funding-none").hidden = years.length > 0;
  find("example").hidden = ![...late.nodes, ...next.nodes, ...workstreams.nodes].some(({ isExample }) => isExample);
}

function milestones(id, { nodes, totalCount }, tracker) {
  list(find(id), nodes, "li", ({ id: milestone, title, isExample, timing, due, programme, ownerHealthIntegrationTeam, ownerOrganisation }) => {
    const owner = ownerHealthIntegrationTeam ?? ownerOrganisation;
    return [
      line("", link(`/milestones/${milestone}`, title, tracker), ...example(isExample)),
      line("about", mark(...timings[timing]), ` ${due?.plain ?? "no date"}. ${[programme?.name, owner === null ? "no owner named" : owner.name].filter(Boolean).join(", ")}`),
    ];
  });
  rest(id, { nodes, totalCount });
}

function workstreamLines({ id, name, isExample, status, programme, blockedBy }, tracker) {
  const waits = blockedBy.filter(({ waiver }) => waiver === null);
  const waived = blockedBy.length - waits.length;
  return [
    line("", link(`/workstreams/${id}`, name, tracker), ...example(isExample)),
    line("about", waits.length > 0 ? mark("Has to wait", "wait") : mark("May go on", "good"), ` ${statuses[status] ?? status}${programme === null ? "" : `. ${programme.name}`}${waived > 0 ? `. ${waived} waived` : ""}`),
    ...waits.map(({ missing, suppliers }) => line("about", `${missing}${suppliers.length === 0 ? "" : ` (${suppliers.map((supplier) => supplier.name).join(", ")})`}`)),
  ];
}

function yearCells({ id, known, knownCount, unknownCount }) {
  const head = element("th", "", id);
  head.scope = "row";
  return [head, element("td", "number", knownCount === 0 ? "none" : known.plain), element("td", "number", awards(knownCount)), element("td", "number", awards(unknownCount))];
}

const awards = (count) => (count === 0 ? "none" : count === 1 ? "1 award" : `${count} awards`);

/** Where there is nothing, that is said; where there is more, how much. */
function rest(id, { nodes, totalCount }) {
  find(`${id}-none`).hidden = totalCount > 0;
  find(`${id}-more`).textContent = totalCount > nodes.length ? `And ${totalCount - nodes.length} more in the tracker.` : "";
}

/** One element for each thing, by its id; one whose content would be the same is left alone. */
function list(parent, things, tag, contentOf) {
  const before = new Map([...parent.children].map((child) => [child.dataset.id, child]));
  const wanted = things.map((thing) => {
    const made = element(tag, "", ...contentOf(thing));
    made.dataset.id = thing.id;
    const there = before.get(thing.id);
    if (there === undefined) return made;
    if (!there.isEqualNode(made)) update(there, made);
    return there;
  });
  for (const child of before.values()) if (!wanted.includes(child)) child.remove();
  for (const [place, child] of wanted.entries()) if (parent.children[place] !== child) parent.insertBefore(child, parent.children[place] ?? null);
}

/** Gives an element the content of another. Whoever stands at its link goes on standing there. */
function update(there, made) {
  const stoodAt = there.contains(document.activeElement) ? document.activeElement.tagName : null;
  there.replaceChildren(...made.childNodes);
  if (stoodAt !== null) there.querySelector(stoodAt)?.focus({ preventScroll: true });
}

function link(path, text, tracker) {
  const made = element("a", "", text);
  made.href = new URL(path, tracker).href;
  return made;
}

const example = (isExample) => (isExample ? [" ", mark("Example", "example-mark")] : []);
const mark = (text, tone) => element("span", `mark ${tone}`.trim(), text);
const line = (className, ...content) => element("p", className, ...content);

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  made.append(...content);
  return made;
}
