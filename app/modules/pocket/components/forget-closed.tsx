import { useEffect } from 'react'
import { hasOpenEnds } from '../open-ends'
import { canKeep } from '../store'
import { forgetWhoLeft, notePieces } from '../who-left'

/** On the page after an account was closed: what this browser kept of hers goes; what another one keeps here stays. */
export function ForgetClosed() {
  useEffect(() => {
    if (canKeep()) void forgetWhoLeft((draft) => !hasOpenEnds(draft))
  }, [])
  return null
}

/** On the page that closes it: which pieces are hers. */
export function NotePieces({ pieces }: { pieces: readonly string[] }) {
  useEffect(() => notePieces(pieces), [pieces])
  return null
}
