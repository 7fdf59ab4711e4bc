/** All that a form for a lead's monthly update shows or sends back: one query fills it. */
export const FORM = `query ($id: ID!) { workstream(id: $id) {
  id version name theme status purpose
  blockedBy { dependency { id } }
  programme { id }
  criteria(first: 100) { nodes { id version statement status evidence evidenceAddress } pageInfo { hasNextPage } }
  milestones(first: 100) { nodes { id version title status timing baseline { text } forecast { text } actual { text } } pageInfo { hasNextPage } }
  measures(first: 100) { nodes { id version title unit target { text } latestActual { id version value { text value } asAt { text } period { text } } } pageInfo { hasNextPage } }
  risks(first: 100, filter: { status: [OPEN] }) { nodes { id version title kind likelihood impact response plan reviewDue { text } reviewedOn } pageInfo { hasNextPage } }
  nextStatusReport {
    period { text } dueOn narrative
    lastReport { id title } judgements { dimension scheme rating wording judged { text } } openItems { kind statement purpose milestone { id } }
    openReport { id version title status narrative items(first: 100) { nodes { id version kind statement } } judgements { id version dimension rating } }
  }
  viewerCan { act allowed }
} }`;
