/** `plain` states, `done` is settled, `waiting` is stitched, `hers` needs her own hand, `late` is overdue or refused. */
export type BadgeTone = 'plain' | 'done' | 'waiting' | 'hers' | 'late'

/** A state in words with a square frame; colour is never the only sign. */
export function Badge({ tone = 'plain', children }: { tone?: BadgeTone; children: string }) {
  return <span className={`badge badge-${tone}`}>{children}</span>
}
