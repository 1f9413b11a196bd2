import { useNavigation } from '@remix-run/react'
import { useState } from 'react'

/** The version that a form was filled in from: the newest one when the page was last gone to or answered, however often what stands around the form is read again meanwhile. */
export function useVersionSeen(version: number): number {
  const { state } = useNavigation()
  const [seen, setSeen] = useState({ version, state })
  if (seen.state !== state) setSeen({ state, version: state === 'idle' ? version : seen.version })
  return seen.version
}
