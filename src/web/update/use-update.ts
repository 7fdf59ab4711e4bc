import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { newKey } from "../acts/key.ts";
import type { Outcome, Problem } from "../acts/send.ts";
import type { FieldError, Form } from "../form/form.ts";
import type { Fault } from "../graph/fault.ts";
import { refreshAll } from "../graph/refresh.ts";
import { keep, kept, letGo } from "../kept/kept.ts";
import { today } from "../words/today.ts";
import { beganWith } from "./began-with.ts";
import { clashesIn, merged, type Choice, type Clash } from "./conflicts.ts";
import { errorOf, lacking, planned, sentOf } from "./plan.ts";
import type { Planned } from "./planned.ts";
import { FORM, isBegun, type Begun, type Read } from "./read.ts";
import { sendUpdate, type Saved } from "./send-update.ts";

/** Where an update stands between this browser and the graph. */
export type Standing =
  | { readonly kind: "writing" }
  | { readonly kind: "sending" }
  /** Sent, and nobody knows whether it arrived: nothing else can be sent before that is known. */
  | { readonly kind: "unknown"; readonly isOffline: boolean }
  | { readonly kind: "refused"; readonly errors: readonly FieldError[]; readonly clashes: readonly Clash[] }
  | { readonly kind: "fault"; readonly fault: Fault }
  | { readonly kind: "saved"; readonly saved: Saved };

export interface Update {
  readonly form: Form;
  readonly read: Read;
  readonly standing: Standing;
  /** When that was typed which was found here again; null where the form is new. */
  readonly foundFrom: string | null;
  /** Whether what is typed is kept in this browser. */
  readonly isKept: boolean;
  readonly save: () => void;
  /** Sends again what nobody knows of, exactly as it was. */
  readonly sendAgain: () => void;
  readonly settle: (choices: Readonly<Record<string, Choice>>) => void;
  /** Goes on with the report as it stands by now, and with all that was typed. */
  readonly adopt: (now: Read) => void;
  readonly startAnew: () => void;
}

/** An update by a person: what is typed is kept in this browser until it is saved, and sent once. */
export function useUpdate(person: string, fresh: Read): Update {
  const name = `update:${fresh.id}`;
  const [found] = useState(() => kept(person, name, isBegun));
  const [begun, setBegun] = useState<Begun>(() => found?.value ?? { form: FORM, read: fresh, typed: {}, pending: null });
  const [foundFrom, setFoundFrom] = useState(found?.at ?? null);
  const [isKept, setKept] = useState(true);
  const [standing, setStanding] = useState<Standing>(() => (begun.pending === null ? { kind: "writing" } : { kind: "unknown", isOffline: !navigator.onLine }));
  // What a timer or an event calls later sees the newest, not what stood when it was set.
  const newestRef = useRef(begun);
  const began = useMemo(() => beganWith(begun.read, today()), [begun.read]);

  // As long as nothing is typed, the form is of what stands now.
  useEffect(() => {
    const { typed, pending } = newestRef.current;
    if (pending !== null || Object.keys(typed).length > 0) return;
    newestRef.current = { form: FORM, read: fresh, typed, pending };
    setBegun(newestRef.current);
  }, [fresh]);

  const write = useCallback((next: Begun) => {
    newestRef.current = next;
    setBegun(next);
    setKept(keep(person, name, next));
  }, [person, name]);

  const errors = standing.kind === "refused" ? standing.errors : [];
  const form: Form = {
    value: (field) => begun.typed[field] ?? began[field] ?? "",
    set: (field, value) => {
      const { [field]: _, ...others } = newestRef.current.typed;
      write({ ...newestRef.current, typed: value === (began[field] ?? "") ? others : { ...others, [field]: value } });
    },
    error: (field) => errors.find((error) => error.name === field)?.message,
  };

  const transmit = useCallback(async ({ read, typed, pending }: Begun) => {
    if (pending === null) return;
    setStanding({ kind: "sending" });
    const outcome = await sendUpdate(read.on, pending);
    if (outcome.kind === "unknown") {
      setStanding({ kind: "unknown", isOffline: outcome.isOffline });
      return;
    }
    if (outcome.kind === "done") letGo(person, name);
    else write({ ...newestRef.current, pending: null });
    const started = beganWith(read, today());
    setStanding(standingAfter(outcome, planned(read, (field) => typed[field] ?? started[field] ?? "")));
    if (outcome.kind === "done") refreshAll(outcome.payload.entry ?? undefined);
  }, [person, name, write]);

  const sendNow = useCallback((next: Begun) => {
    const started = beganWith(next.read, today());
    const value = (field: string): string => next.typed[field] ?? started[field] ?? "";
    const acts = planned(next.read, value);
    const missing = lacking(acts, value);
    if (missing.length > 0) {
      setStanding({ kind: "refused", errors: missing, clashes: [] });
      return;
    }
    const sent = { ...next, pending: { key: newKey(), variables: sentOf(next.read, acts, value) } };
    write(sent);
    void transmit(sent);
  }, [transmit, write]);

  const sendAgain = useCallback(() => { void transmit(newestRef.current); }, [transmit]);

  useEffect(() => {
    if (standing.kind !== "unknown") return;
    addEventListener("online", sendAgain);
    return () => { removeEventListener("online", sendAgain); };
  }, [standing, sendAgain]);

  return {
    form, standing, foundFrom, isKept, sendAgain,
    read: begun.read,
    save: () => { sendNow(newestRef.current); },
    settle: (choices) => {
      if (standing.kind !== "refused") return;
      const next = merged(newestRef.current, standing.clashes, choices);
      write(next);
      // Where nothing of one's own is left, theirs stands already.
      if (planned(next.read, (field) => next.typed[field] ?? beganWith(next.read, today())[field] ?? "").length === 0) setStanding({ kind: "writing" });
      else sendNow(next);
    },
    adopt: ({ nextStatusReport }) => {
      const { read, typed } = newestRef.current;
      write({ ...newestRef.current, read: { ...read, nextStatusReport }, typed });
      setStanding({ kind: "writing" });
    },
    startAnew: () => {
      letGo(person, name);
      const next: Begun = { form: FORM, read: fresh, typed: {}, pending: null };
      newestRef.current = next;
      setBegun(next);
      setFoundFrom(null);
      setStanding({ kind: "writing" });
    },
  };
}

function standingAfter(outcome: Exclude<Outcome<Saved>, { readonly kind: "unknown" }>, acts: readonly Planned[]): Standing {
  switch (outcome.kind) {
    case "done": return { kind: "saved", saved: outcome.payload };
    case "fault": return { kind: "fault", fault: outcome.fault };
    case "refused": return refusedAfter(outcome.problems, acts);
  }
}

function refusedAfter(problems: readonly Problem[], acts: readonly Planned[]): Standing {
  const clashes = clashesIn(problems, acts);
  const clashing = new Set(clashes.map(({ id }) => id));
  const errors = problems.filter(({ conflict }) => conflict === null || conflict.record === null || !clashing.has(conflict.record.id)).map((problem) => errorOf(problem, acts));
  return { kind: "refused", errors, clashes };
}
