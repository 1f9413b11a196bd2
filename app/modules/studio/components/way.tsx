import type { ReactNode } from 'react'
import { Icon, type IconName } from '~/ui/icon'

type WayProps = { icon: IconName; title: string; line: ReactNode; href: string }

/** One way on from her first page: the whole row is the target. */
export function Way({ icon, title, line, href }: WayProps) {
  return (
    <a className="call" href={href}>
      <Icon name={icon} />
      <span className="call-words">
        <b>{title}</b>
        <span>{line}</span>
      </span>
    </a>
  )
}
