import type { ReactNode } from 'react'
import { Photo, type PhotoData } from './photo'
import { ShotGuide, type ShotKind } from './shot-guide'

/** `good` is kept, `again` has a reason to be taken once more, `now` is the next one, `open` not yet taken. */
export type ShotState = 'good' | 'again' | 'now' | 'open'

/** One of the six views. `says` is the state in words: "好", "有点暗，靠窗再拍一张", "现在拍", "还没拍". */
export type ShotSlot = {
  kind: ShotKind
  title: string
  says: string
  state: ShotState
  photo?: PhotoData
  /** Another picture for this place: one that is only on this device. */
  picture?: ReactNode
  /** Forms to replace or remove this picture. */
  controls?: ReactNode
}

/** Six places for six pictures; an empty one shows a drawing of what belongs there. */
export function ShotSlots({ label, slots }: { label: string; slots: ReadonlyArray<ShotSlot> }) {
  return (
    <ol className="slots" aria-label={label}>
      {slots.map((slot) => (
        <li
          key={slot.kind}
          className={`slot slot-${slot.state}`}
          aria-current={slot.state === 'now' ? 'step' : undefined}
        >
          <span className="slot-picture">
            {slot.photo ? (
              <Photo photo={slot.photo} sizes="(min-width: 45em) 15vw, 33vw" alt={slot.photo.alt} />
            ) : (
              (slot.picture ?? <ShotGuide kind={slot.kind} className="slot-guide" />)
            )}
          </span>
          <b className="slot-title">{slot.title}</b>
          <span className="slot-says">{slot.says}</span>
          {slot.controls}
        </li>
      ))}
    </ol>
  )
}
