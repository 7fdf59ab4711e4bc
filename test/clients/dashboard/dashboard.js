import { draw } from "./board.js";
import { follow, Refused } from "./follow.js";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

const find = (id) => document.getElementById(id);
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

// What this board sends is what it has registered: the check against the schema reads the same file.
const { operations } = await (await fetch("operations.json")).json();

let leave = new AbortController();

find("enter").addEventListener("submit", (event) => {
  event.preventDefault();
  enter(find("tracker").value, find("key").value.trim());
});

find("leave").addEventListener("click", () => {
  sessionStorage.clear();
  find("key").value = "";
  askWhereFrom();
});

const remembered = sessionStorage.getItem("tracker");
if (remembered === null) askWhereFrom();
else enter(remembered, sessionStorage.getItem("key") ?? "");

/** Shows the form, with what went wrong. What is typed in it goes nowhere but to the tracker. */
function askWhereFrom(trouble = "") {
  leave.abort();
  show("enter");
  say("", false);
  find("tracker").value ||= sessionStorage.getItem("tracker") ?? document.querySelector("meta[name=tracker]").content;
  find("trouble").textContent = trouble;
  find("trouble").hidden = trouble === "";
  if (trouble !== "") find("key").focus();
}

/** Follows the board at a tracker, until somebody leaves or it is refused. A connection that breaks is made again. */
async function enter(tracker, key) {
  leave.abort();
  leave = new AbortController();
  const { signal } = leave;
  sessionStorage.setItem("tracker", tracker);
  sessionStorage.setItem("key", key);
  show("loading");
  for (let [wait, seen, lost] = [FIRST_WAIT_MS, "", null]; !signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      await follow({
        tracker, key, query: operations.Board, signal,
        onAnswer: (board) => {
          const text = JSON.stringify(board);
          if (text !== seen) draw(board, tracker);
          show("board");
          say(seen === "" ? "Live: changes appear by themselves." : `Live: ${text === seen ? "up to date" : "changed"} at ${time.format(new Date())}.`, true);
          [wait, seen, lost] = [FIRST_WAIT_MS, text, null];
        },
      });
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Refused) {
        sessionStorage.removeItem("key");
        askWhereFrom(error.message);
        return;
      }
    }
    if (signal.aborted) return;
    lost ??= time.format(new Date());
    if (seen === "") {
      askWhereFrom(`${new URL(tracker).host} cannot be reached from here. Either it does not answer, or it does not let pages at ${location.origin} ask it: its ALLOWED_ORIGINS has to name that.`);
      return;
    }
    say(`Not live since ${lost}: the tracker does not answer just now, and is tried again. What you see was read before.`, false);
    await pause(wait * (0.5 + Math.random()), signal);
  }
}

function show(id) {
  for (const part of ["enter", "loading", "board"]) find(part).hidden = part !== id;
  find("leave").hidden = id !== "board";
}

function say(words, isLive) {
  const standing = find("standing");
  if (standing.textContent !== words) standing.textContent = words;
  standing.classList.toggle("live", isLive);
}

/** Until the time is over, the device is connected again, or somebody leaves. */
async function pause(milliseconds, signal) {
  await new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
    addEventListener("online", resolve, { once: true });
    signal.addEventListener("abort", resolve, { once: true });
  });
}
