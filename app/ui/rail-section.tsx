import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { WholeWords } from './whole-words'

type RailSectionProps = { title: string; id?: string; className?: string; children: ReactNode }

/** A section of a shop page: its heading stands in the rail with a tail of cord (vertical in Chinese from 1080 px). */
export function RailSection({ title, id, className, children }: RailSectionProps) {
  return (
    <section className={classNames('wrap sec', className)} id={id}>
      <h2 className="sec-heading">
        <WholeWords text={title} />
      </h2>
      <div className="sec-body">{children}</div>
    </section>
  )
}
