// How a milestone stands on a day, as a statement that every system here counts by; parameters are named, as SQLite takes them.
export const TIMINGS = ["UNDATED", "UPCOMING", "IN_WINDOW", "PAST_DUE_NOT_REPORTED", "OVERDUE", "MET_ON_TIME", "MET_LATE", "MET_TIMING_UNCERTAIN", "CANCELLED"];

export const timing = `case
  when status = 'CANCELLED' then 'CANCELLED'
  when status = 'MET' then case
    when actual_latest <= first_baseline_earliest then 'MET_ON_TIME'
    when actual_earliest > first_baseline_latest then 'MET_LATE'
    else 'MET_TIMING_UNCERTAIN' end
  when due_earliest is null and due_latest is null then 'UNDATED'
  when due_earliest > :on then 'UPCOMING'
  when due_latest is null or due_latest >= :on then 'IN_WINDOW'
  when status in ('NOT_MET', 'PARTIALLY_MET') or (said_not_done_on > due_latest and said_not_done_on <= :on) then 'OVERDUE'
  else 'PAST_DUE_NOT_REPORTED' end`;

export const counted = `select ${timing} timing, count(*) count from milestones group by 1`;
