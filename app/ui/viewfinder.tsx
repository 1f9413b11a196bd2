import type { ReactNode } from 'react'
import { ShotGuide, type ShotKind } from './shot-guide'

/** Shows the next picture as a drawing in a camera frame, with what to take in words. */
export function Viewfinder({ kind, children }: { kind: ShotKind; children: ReactNode }) {
  return (
    <div className="viewfinder">
      <div className="viewfinder-frame">
        <ShotGuide kind={kind} className="viewfinder-guide" />
      </div>
      <p className="viewfinder-words">{children}</p>
    </div>
  )
}
